<?php

/**
 * Receives Voldaan's webhooks with nothing but PHP 8, behind any web server, or to try it:
 * WEBHOOK_SECRET=whsec_… php -S localhost:4000 receiver.php
 *
 * Each event is stored once, as inbox/<webhook-id>.json, before it is answered; the books are done from that folder.
 * Keep the folder out of reach of the web server, and the files for at least 7 days: they are how a repeat is known.
 */

declare(strict_types=1);

const TOLERANCE_SECONDS = 300;
const LARGEST_BODY_BYTES = 65536;

// Should PHP stop halfway, nothing was taken.
http_response_code(500);
http_response_code(receive());

function receive(): int
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        return 405;
    }
    $body = file_get_contents('php://input', length: LARGEST_BODY_BYTES + 1);
    if ($body === false || strlen($body) > LARGEST_BODY_BYTES) {
        return 400;
    }
    $id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
    if (!isGenuine($id, $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '', $body)) {
        return 400;
    }
    // Not stored, so not taken: after a 500 the same webhook comes again.
    return storeOnce(getenv('WEBHOOK_INBOX') ?: 'inbox', $id, $body) ? 204 : 500;
}

function isGenuine(string $id, string $timestamp, string $signatures, string $body): bool
{
    if (!preg_match('/\A[A-Za-z0-9_-]{1,64}\z/', $id) || !preg_match('/\A(0|[1-9][0-9]{0,10})\z/', $timestamp)) {
        return false;
    }
    if (abs($_SERVER['REQUEST_TIME'] - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    // Over the bytes as they came: parsed and written again they may differ.
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", secret(), binary: true));
    foreach (explode(' ', $signatures) as $signature) {
        // hash_equals takes as long for a wrong signature as for a right one.
        if (hash_equals($expected, $signature)) {
            return true;
        }
    }
    return false;
}

/** Whole or not at all, and only the first time, also when two copies come at once. */
function storeOnce(string $inbox, string $id, string $body): bool
{
    if (!is_dir($inbox) && !@mkdir($inbox, 0700, recursive: true) && !is_dir($inbox)) {
        return false;
    }
    $draft = "$inbox/." . $id . bin2hex(random_bytes(8));
    if (file_put_contents($draft, $body) !== strlen($body)) {
        return false;
    }
    $stored = @link($draft, "$inbox/$id.json") || is_file("$inbox/$id.json");
    unlink($draft);
    return $stored;
}

function secret(): string
{
    $text = (string) getenv('WEBHOOK_SECRET');
    $secret = str_starts_with($text, 'whsec_') ? base64_decode(substr($text, 6), strict: true) : false;
    return $secret === false ? throw new RuntimeException('WEBHOOK_SECRET must hold whsec_…') : $secret;
}

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectHeading, goToBank, openClaim } from "./journey.ts";

test("account number, reference and amount are copied, and it is said", async ({ page, context, seed }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await page.goto("/claim/pay/transfer");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const row = page.locator("dl > div").filter({ hasText: "IBAN" });
  const before = await row.boundingBox();
  await page.getByRole("button", { name: "Kopieer IBAN" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is gekopieerd." })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Gekopieerd IBAN" })).toBeVisible();
  expect(await row.boundingBox()).toEqual(before);
  expect(await copied()).toBe("NL13TEST0123456789");
  await page.getByRole("button", { name: "Kopieer Bedrag" }).click();
  await expect.poll(copied).toMatch(/^187(,\d\d)?$/);
});

test("the button says what is going to be paid while somebody chooses", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  const button = page.locator("button[name=act][value=pay]");
  await expect(button).toHaveText(/^Betaal met iDEAL.*: €\s187,\d\d$/);
  await page.getByRole("radio", { name: "Een deel" }).check();
  await expect(button).toHaveText(/^Betaal met iDEAL[^€]*$/);
  await page.getByLabel("Welk bedrag?").fill("25,5");
  await expect(button).toHaveText(/: €\s25,50$/);
  await page.getByLabel("Welk bedrag?").blur();
  await expect(page.getByRole("status").filter({ hasText: /^U betaalt €\s25,50\.$/ })).toHaveCount(1);
  await page.getByLabel("Welk bedrag?").fill("2500");
  await expect(button).toHaveText(/^Betaal met iDEAL[^€]*$/);
});

test("a part that is no amount is faulted where it is typed", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await page.getByRole("radio", { name: "Een deel" }).check();
  const part = page.getByLabel("Welk bedrag?");
  await part.fill("veel");
  await part.blur();
  await expect(page.locator("#part-check")).toHaveText("Fout: Vul een bedrag in zoals 25 of 25,50.");
  await expect(part).toHaveAttribute("aria-invalid", "true");
  await part.fill("25,5");
  await expect(page.locator("#part-check")).toHaveCount(0);
});

test("an answer is looked at when its field is left, with the server's own sentence", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await page.goto("/real");
  const amount = page.getByLabel("Bedrag");
  await amount.fill("veel");
  await expect(page.getByText("Typ het bedrag als een getal, zoals 162,31.")).toHaveCount(0);
  await page.getByLabel("Laatste vier cijfers").fill("12");
  await expect(page.locator("#amount-check")).toHaveText("Fout: Typ het bedrag als een getal, zoals 162,31.");
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await expect(amount).toHaveAccessibleDescription(/Typ het bedrag als een getal/);
  await amount.fill("162,31");
  await expect(page.locator("#amount-check")).toHaveCount(0);
  await expect(page.locator("#iban-check")).toHaveText("Fout: Typ de laatste vier cijfers van het bankrekeningnummer.");
  await page.getByRole("button", { name: "Kijk of dit klopt" }).click();
  await expect(page.getByRole("alert")).toContainText("Typ de laatste vier cijfers van het bankrekeningnummer.");
});

test("a button stays where it is while it is pressed", async ({ page }) => {
  await page.goto("/real");
  await page.getByLabel("Bedrag").fill("veel");
  const button = page.getByRole("button", { name: "Kijk of dit klopt" });
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 5);
  await page.mouse.down();
  await expect(page.getByLabel("Bedrag")).not.toBeFocused();
  await expect(page.locator("#amount-check")).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole("alert")).toContainText("Typ het bedrag als een getal, zoals 162,31.");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("what is wrong has the focus, also the second time", async ({ page, seed }) => {
      await openClaim(page, await seed.claimWithLink());
      await page.goto("/claim/pay");
      const summary = page.getByRole("alert").filter({ hasText: "Vul in welk bedrag u wilt betalen." });
      await page.getByRole("radio", { name: "Een deel" }).check();
      await page.locator("button[name=act][value=pay]").click();
      await expect(summary).toBeFocused();
      await summary.getByRole("link").click();
      await page.waitForURL("/claim/pay#part");
      await page.locator("button[name=act][value=pay]").click();
      await page.waitForURL("/claim/pay");
      await expect(summary).toBeFocused();
    });
  });
}

test("without a connection a form stays as it is, and says so", async ({ page, context, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await page.getByRole("radio", { name: "Een deel" }).check();
  await page.getByLabel("Welk bedrag?").fill("30");
  await context.setOffline(true);
  await page.locator("button[name=act][value=pay]").click();
  await expect(page.getByText("U bent niet verbonden")).toBeVisible();
  await expect(page.getByLabel("Welk bedrag?")).toHaveValue("30");
  await context.setOffline(false);
  await expect(page.getByText("U bent niet verbonden")).toBeHidden();
  await page.locator("button[name=act][value=pay]").click();
  await expectHeading(page, "U gaat naar uw bank");
});

test("a browser that is wrong about the connection keeps nobody from paying", async ({ page, seed }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "onLine", { get: () => false }));
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await page.locator("button[name=act][value=pay]").click();
  await expect(page.getByText("U bent niet verbonden")).toBeVisible();
  await page.locator("button[name=act][value=pay]").click();
  await expectHeading(page, "U gaat naar uw bank");
});

test("every form where much is typed stays on the page without a connection", async ({ page, context, seed }) => {
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await page.goto("/claim/dispute");
  await page.getByRole("radio", { name: /klopt niet/ }).first().check(); // prettier-ignore
  await page.getByRole("button", { name: "Ga verder" }).click();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Ga verder" }).click();
  await page.waitForURL(/\/claim\/dispute\/story/);
  const pages = [new URL(page.url()).pathname, "/real", "/claim/details/change", "/claim/complaint", "/claim/help/counsellor"]; // prettier-ignore
  for (const address of pages) {
    await page.goto(address);
    await context.setOffline(true);
    await page.locator("main form:has([data-offline]) button").first().click();
    await expect(page.getByText("U bent niet verbonden"), address).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText("U bent niet verbonden"), address).toHaveCount(0);
  }
});

test("an answer that does not come is given up, and asked for again", async ({ page, seed, app }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await goToBank(page);
  const payment = app.simulator.control.payments().at(-1);
  await page.clock.install();
  let swallowed = 0;
  await page.route("**/return/*", (route) => {
    if (route.request().resourceType() !== "fetch") return route.continue();
    swallowed += 1;
    return swallowed === 1 ? undefined : route.continue();
  });
  await page.goto(payment?.redirectUrl ?? "");
  await expectHeading(page, "We controleren uw betaling");
  // What comes in a place that is hidden is not read out.
  await expect(page.locator("[data-status-waits]")).not.toHaveCSS("display", "none");
  await expect.poll(() => swallowed).toBe(1);
  app.simulator.control.setStatus({ paymentId: payment?.id ?? "", status: "paid" });
  await page.clock.fastForward(11_000);
  await expect(page.getByText("U bent niet verbonden")).toBeVisible();
  await expectHeading(page, "Uw betaling is gelukt");
});

test("the outcome of a payment comes without loading the page anew", async ({ page, seed, app }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await goToBank(page);
  const payment = app.simulator.control.payments().at(-1);
  await page.goto(payment?.redirectUrl ?? "");
  await expectHeading(page, "We controleren uw betaling");
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("link", { name: "Kijk nu opnieuw" }).focus();
  app.simulator.control.setStatus({ paymentId: payment?.id ?? "", status: "paid" });
  await expectHeading(page, "Uw betaling is gelukt");
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  expect(await page.title()).toContain("Uw betaling is gelukt");
  await expect(page.locator("main")).toBeFocused();
});

test("a link for somebody who helps is handed to another app, or copied", async ({ page, context, seed }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(() => {
    const shared: unknown[] = [];
    const share = (data: unknown) => {
      shared.push(data);
      return shared.length === 1 ? Promise.resolve() : Promise.reject(new DOMException("no", "NotAllowedError"));
    };
    Object.assign(navigator, { share });
    Object.assign(window, { shared });
  });
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/help/helper");
  await page.getByLabel("Hoe heet deze persoon?").fill("Fatima");
  await page
    .getByRole("radio", { name: /kijken/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Maak de link" }).click();
  await expectHeading(page, "De link voor Fatima is klaar");
  const link = await page.locator("[data-copy]").first().textContent();
  await page.getByRole("button", { name: "Deel de link" }).click();
  expect(await page.evaluate(() => JSON.stringify(Reflect.get(window, "shared")))).toContain(link);
  await page.getByRole("button", { name: "Deel de link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "De link is gekopieerd." })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test("a photo is made or a file is chosen", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/dispute/evidence");
  const [choose, camera] = [page.getByLabel("Kies een foto of een bestand"), page.getByLabel("Maak nu een foto")];
  await expect(choose).toHaveAttribute("accept", "image/jpeg,image/png,image/webp,application/pdf");
  await expect(choose).not.toHaveAttribute("capture");
  await expect(camera).toHaveAttribute("capture", "environment");
});

for (const [name, address] of [
  ["landing", "link"],
  ["overview", "/claim"],
  ["pay", "/claim/pay"],
  ["transfer", "/claim/pay/transfer"],
  ["arrangement", "/claim/arrangement"],
  ["real", "/real"],
] as const) {
  // prettier-ignore
  test(`nothing moves while the page of ${name} comes in`, async ({ page, seed }) => {
    const claim = await seed.claimWithLink();
    await openClaim(page, claim);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, "value") as number);
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address === "link" ? claim.link.url : address);
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(await page.evaluate(() => Reflect.get(window, "shifts")), `${width} pixels wide`).toEqual([]);
    }
  });
}

test("letters twice as large fit a screen of 320 pixels, in every step of an arrangement", async ({ page, seed }) => {
  const claim = await seed.claimWithLink({ noticeIsOver: true });
  await openClaim(page, claim);
  const goOn = (name = "Ga verder") => page.getByRole("button", { name, exact: true }).click();
  const wide: string[] = [];
  const look = async (heading: string | RegExp) => {
    await expectHeading(page, heading);
    const address = new URL(page.url());
    for (const language of ["nl", "de", "uk"]) {
      address.searchParams.set("lang", language);
      await page.goto(address.href);
      wide.push(...(await sidewaysInLargeLetters(page)).map((what) => `${heading} (${language}): ${what}`));
    }
    address.searchParams.set("lang", "nl");
    await page.goto(address.href);
  };
  await look("U heeft een openstaande rekening");
  await page.goto("/claim/pay");
  await look("Hoeveel wilt u nu betalen?");
  await page.goto("/claim/pay/transfer");
  await look("Zelf overmaken");
  await page.goto("/claim/arrangement");
  await look("U kunt in delen betalen");
  await goOn("Begin");
  await look("Kunt u nu al een deel betalen?");
  await page.getByRole("radio", { name: "Nee, nu niet" }).check();
  await goOn();
  await look("Hoeveel kunt u per maand missen?");
  await page.getByLabel("Bedrag per maand").fill("32");
  await goOn();
  await look("Op welke dag wilt u betalen?");
  await page.getByRole("radio", { name: "Elke maand op de 25e" }).check();
  await goOn();
  await look("Welke regeling past bij u?");
  await page.getByRole("radio").first().check();
  await goOn();
  await look("Wilt u vertellen waarom?");
  await goOn("Sla deze vraag over");
  await look(/^Klopt uw (regeling|voorstel)\?$/);
  const running = await seed.claimWithLink();
  await seed.arrange(running, { perMonth: "40.00" });
  await openClaim(page, running);
  await page.goto("/claim/arrangement");
  await look("Uw regeling loopt");
  expect(wide).toEqual([]);
});

/** What makes the page wider than its screen when somebody has letters twice the size. */
async function sidewaysInLargeLetters(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 844 });
  const found = await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    const wide = document.documentElement.scrollWidth;
    if (wide <= 320) return [];
    const parts = [...document.querySelectorAll("body *")].filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return width > 1 && (right > 321 || left < -1);
    });
    return [`${wide} pixels`, ...parts.slice(-3).map((part) => part.outerHTML.slice(0, 160))];
  });
  await page.setViewportSize(before ?? { width: 390, height: 844 });
  return found;
}

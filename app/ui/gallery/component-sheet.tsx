import { asCents } from "#app/domain/money.ts";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { ScheduleTable } from "#app/ui/arrangement/schedule-table.tsx";
import { HelperBanner } from "#app/ui/layout/helper-banner.tsx";
import { Amount } from "#app/ui/parts/amount.tsx";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Card } from "#app/ui/parts/card.tsx";
import { CopyableValue } from "#app/ui/parts/copyable-value.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { DetailsRow } from "#app/ui/parts/details-row.tsx";
import { HelpEntry } from "#app/ui/parts/help-entry.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { ProgressBar } from "#app/ui/parts/progress-bar.tsx";
import { QrFigure } from "#app/ui/parts/qr-figure.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { Steps } from "#app/ui/parts/steps.tsx";
import { Timeline } from "#app/ui/parts/timeline.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { FormSheet } from "./form-sheet.tsx";
import { base } from "./plan-samples.ts";
import { SAMPLE_QR } from "./sample-qr.ts";

const HERE = "/dev/ui";
const OPEN = asCents(162_31n);

/** Every component that pages are made of, in every state. */
export function ComponentSheet() {
  return (
    <>
      <Words />
      <Acts />
      <News />
      <Rows />
      <OverTime />
      <FormSheet />
    </>
  );
}

function Words() {
  return (
    <section>
      <h2>Tekst en bedragen</h2>
      <h3 className="font-semibold">Een kop van de derde rang</h3>
      <p>
        <RichText text="Gewone tekst met **woorden die tellen**" /> en <a href={HERE}>een link</a>.
      </p>
      <p className="text-ink-soft">Tekst die er zachter bij staat.</p>
      <p className="text-small text-ink-soft">Kleine tekst.</p>
      <Amount cents={OPEN} size="large" />
      <p>
        In een zin: <Amount cents={OPEN} />
      </p>
      <BulletList>
        <li>Dit hoort bij elkaar.</li>
        <li>De volgorde doet er niet toe.</li>
      </BulletList>
      <Steps items={["Doe dit eerst.", "Doe daarna dit."]} />
      <Quotation by="Bakkerij Jansen" text={"Wij hebben uw voorstel bekeken.\n\nHet past."} />
    </section>
  );
}

function Acts() {
  return (
    <section>
      <h2>Knoppen en links</h2>
      <form>
        <Stack>
          <Button>De ene knop van de pagina</Button>
          <Button kind="second">Een andere keuze</Button>
          <Button kind="quiet">De weg eruit</Button>
        </Stack>
      </form>
      <Stack>
        <ButtonLink href={HERE}>Een link als knop</ButtonLink>
        <ButtonLink href={HERE} kind="second">
          Een link als andere keuze
        </ButtonLink>
        <ButtonLink href={HERE} kind="quiet">
          Een link als weg eruit
        </ButtonLink>
      </Stack>
      <LinkList
        links={[
          { href: HERE, text: "Een link over de hele breedte" },
          { href: HERE, text: "Een bestand", meta: "pdf, 84 kB" },
        ]}
      />
    </section>
  );
}

function News() {
  return (
    <section>
      <h2>Berichten</h2>
      <Note>
        <p>Goed om te weten.</p>
      </Note>
      <Note tone="wait">
        <p>Hier wacht iets op.</p>
      </Note>
      <Note tone="problem">
        <p>Hier gaat iets niet goed.</p>
      </Note>
      <StatusPanel tone="done">
        <p>Het is gelukt.</p>
      </StatusPanel>
      <StatusPanel tone="busy">
        <p>Wij zijn ermee bezig.</p>
      </StatusPanel>
      <StatusPanel tone="problem">
        <p>Het is niet gelukt.</p>
      </StatusPanel>
      <HelperBanner helper={{ debtorName: "Sanne de Boer", rights: "propose" }} />
    </section>
  );
}

function Rows() {
  return (
    <section>
      <h2>Rijen en kaarten</h2>
      <DefinitionList
        rows={[
          { term: "De rekening", value: <Amount cents={asCents(120_00n)} /> },
          { term: "Kosten", value: <Amount cents={asCents(42_31n)} /> },
          { term: "Samen", value: <Amount cents={OPEN} />, total: true },
        ]}
      />
      <Card>
        <DetailsRow summary="Dicht" value={<Amount cents={asCents(40_00n)} />}>
          <p>Zo is dit bedrag uitgerekend.</p>
        </DetailsRow>
        <DetailsRow summary="Open" value={<Amount cents={asCents(2_31n)} />} open>
          <p>Zo is dit bedrag uitgerekend.</p>
        </DetailsRow>
        <DetailsRow summary="De uitkomst" value={<Amount cents={OPEN} />} strong>
          <p>Alles bij elkaar.</p>
        </DetailsRow>
      </Card>
      <Card>
        <dl>
          <CopyableValue label="IBAN" value="NL91 ABNA 0417 1643 00" />
          <CopyableValue label="Kenmerk" value="RF18 5390 0754 7034" />
        </dl>
      </Card>
      <QrFigure
        src={SAMPLE_QR}
        alt="Een tekening in de plaats van een QR-code"
        caption="Scan met de app van uw bank."
      />
      <HelpEntry
        name="Geldfit"
        text="Gratis hulp bij geldzorgen."
        phone="0800-8115"
        site={{ href: HERE, name: "geldfit.nl" }}
      />
    </section>
  );
}

function OverTime() {
  const { t } = useTranslation();
  const { schedule } = base.offer;
  return (
    <section>
      <h2>In de tijd</h2>
      <ProgressBar done={asCents(0n)} total={OPEN} label="Nog niets betaald" />
      <ProgressBar done={asCents(60_00n)} total={OPEN} label="Een deel betaald" />
      <ProgressBar done={OPEN} total={OPEN} label="Alles betaald" />
      <Timeline
        items={[
          { id: "1", dateTime: "2026-11-20", when: "20 november 2026, van u", title: "Vraag", inbound: true },
          {
            id: "2",
            dateTime: "2026-06-18",
            when: "18 juni 2026, brief",
            title: "Laatste brief",
            href: HERE,
            text: <p>U kunt nog 14 dagen betalen.</p>,
          },
        ]}
      />
      <ScheduleTable schedule={schedule} today={base.today} caption={t("arrange.pageTitle")} />
    </section>
  );
}

import type { ShownReceipt } from "../../commands/receipts/look-up-receipt.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { DescriptionList } from "../../components/description-list.tsx";
import { DownloadIcon, PrintIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import type { CloseReason } from "../../exam/attempt/attempt.ts";
import { momentInLondon } from "../london-time.ts";

/** What was received, and when; to read, print and keep. */
export function ReceiptPanel({ receipt }: { readonly receipt: ShownReceipt }) {
  const { code, facts, state, after, file } = receipt;
  return (
    <>
      <StateNotice state={state} />
      <Panel className="print:border-0 print:shadow-none">
        <DescriptionList
          items={[
            { term: "Test", detail: facts.paper },
            ...(facts.form === null ? [] : [{ term: "Form", detail: facts.form }]),
            { term: "Candidate number", detail: <Masked number={facts.candidate} /> },
            { term: "Centre", detail: facts.centre },
            { term: reasonWords[facts.reason], detail: momentInLondon(facts.ended) },
            ...(facts.entries === null
              ? []
              : [
                  { term: "Questions answered", detail: `${facts.answered} of ${facts.questions}` },
                  { term: "Entries received", detail: facts.entries.toLocaleString("en-GB") },
                  { term: "Last link of the record", detail: <Code>{facts.journal}</Code> },
                ]),
          ]}
        />
      </Panel>
      {after && (
        <Notice
          title={
            after.entries === 1 ? "1 more entry arrived afterwards" : `${after.entries} more entries arrived afterwards`
          }
        >
          {after.entries === 1
            ? `At ${momentInLondon(after.firstAt)}.`
            : `Between ${momentInLondon(after.firstAt)} and ${momentInLondon(after.lastAt)}.`}{" "}
          They are kept for people to look at. They did not count, and this receipt is as it was.
        </Notice>
      )}
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button variant="quiet" icon={<PrintIcon />} onClick={() => window.print()}>
          Print
        </Button>
        {file && (
          <LinkButton href={`/receipt/file?code=${code}`} variant="quiet" icon={<DownloadIcon />} download>
            Save the signed receipt
          </LinkButton>
        )}
      </div>
    </>
  );
}

function StateNotice({ state }: Pick<ShownReceipt, "state">) {
  switch (state) {
    case "signed":
      return (
        <Notice tone="good" title="This receipt is ours">
          Its signature is good, and the record it was given for is still the same.
        </Notice>
      );
    case "unsigned":
      return (
        <Notice title="This receipt is known here">
          It was given before receipts were signed, so there is no signature to keep.
        </Notice>
      );
    case "other-key":
      return (
        <Notice title="This receipt cannot be checked here just now">
          It was signed with an earlier key, which is not at hand. Nothing says that it was altered. Please keep the
          code and ask the awarding organisation.
        </Notice>
      );
    case "false":
      return (
        <Notice tone="bad" title="This receipt and the stored record do not agree">
          Something was altered after it was given. Please keep the code and tell the awarding organisation.
        </Notice>
      );
  }
}

function Masked({ number }: { readonly number: string }) {
  return (
    <>
      <span aria-hidden>{number}</span>
      <span className="sr-only">ends with {number.replaceAll("•", "")}</span>
    </>
  );
}

const Code = ({ children }: { readonly children: string | null }) => (
  <code className="text-sm break-all">{children}</code>
);

const reasonWords: Record<CloseReason, string> = {
  submitted: "Submitted and received",
  "time-expired": "Received when time ran out",
  terminated: "Received when the invigilator ended it",
};

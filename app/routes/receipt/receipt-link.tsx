import { Link } from "../../components/link.tsx";

/** A code that leads to what it was given for. */
export const ReceiptLink = ({ code }: { readonly code: string }) => (
  <Link href={`/receipt?code=${code}`} className="whitespace-nowrap">
    {code}
  </Link>
);

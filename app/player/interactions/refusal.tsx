import { useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { WarnIcon } from "../../components/icons.tsx";

/** Says why something was not taken, to eye and ear, until the next thing that is. */
export function useRefusal() {
  const announce = useAnnounce();
  const [words, setWords] = useState("");
  return {
    words,
    refuse: (why: string) => {
      setWords(why);
      announce(why);
    },
    settle: () => setWords(""),
  };
}

export function Refused({ words }: { readonly words: string }) {
  if (words === "") return null;
  return (
    <p className="text-sm font-bold text-warn">
      <WarnIcon className="me-1" />
      {words}
    </p>
  );
}

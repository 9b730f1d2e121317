/**
 * Everything Examhall can say no to: the HTTP status, and what the person reads. `why` of a refusal may say more; it never
 * says less.
 */
export const refusals = {
  "not-signed-in": { status: 401, words: "Please sign in first." },
  "not-allowed": {
    status: 403,
    words: "Your account may not do this. An administrator can give you the role it needs.",
  },
  "not-at-your-centre": { status: 403, words: "This belongs to a centre you do not work for." },
  "badly-formed": { status: 422, words: "Something in what you sent is missing or not in the right form." },
  "not-found": {
    status: 404,
    words: "There is nothing here. It may have been removed, or the address may be mistyped.",
  },
  "too-many-tries": { status: 429, words: "Too many tries. Please wait a little, then try again." },
  "too-many-at-once": {
    status: 429,
    words: "Too many people are signing in at this moment. Wait a few seconds, then try again.",
  },
  "wrong-keycode": {
    status: 401,
    words: "That candidate number and keycode do not go together. Check your slip and try again.",
  },
  "not-brought-here": {
    status: 401,
    words:
      "That does not open the test that was brought to this computer. Check your slip. If you typed what is on it, tell the invigilator: another learner’s test is here.",
  },
  "wrong-move-code": {
    status: 401,
    words:
      "That code does not open a test. It works once and only for a few minutes: ask the invigilator for a new one.",
  },
  "wrong-check-code": {
    status: 401,
    words:
      "That code opens no readiness check. It may have expired: look at the page of the check, or start a new one.",
  },
  "check-ended": { status: 409, words: "This readiness check has ended." },
  "check-full": {
    status: 409,
    words: "This readiness check holds as much as one can. End it, and start a new one.",
  },
  "somebody-signed-in": {
    status: 409,
    words: "Somebody is signed in on this computer. Sign out first, then check it.",
  },
  "wrong-password": { status: 401, words: "That e-mail address and password do not go together." },
  "too-early": { status: 409, words: "It is too early for this." },

  "not-your-attempt": { status: 403, words: "That is not your test." },
  "no-such-attempt": { status: 404, words: "There is no such test." },
  "attempt-closed": { status: 409, words: "This test has ended." },
  "saving-is-slow": {
    status: 503,
    words: "The server has more to save than it can just now. What you did is kept here and sent again by itself.",
  },
  "attempt-not-running": { status: 409, words: "This test is not running at the moment." },
  "not-from-here": { status: 409, words: "This cannot be done in the state the test is in now." },
  "seated-elsewhere": {
    status: 409,
    words: "Your test is open on another computer. Please ask the invigilator to move you here.",
  },
  "copy-damaged": { status: 422, words: "The room's copy of this test cannot be read." },
  "wrong-spare-code": {
    status: 401,
    words:
      "That code belongs to no room that is open now. The invigilator finds it on the board under “Spare computers”.",
  },
  "wrong-ticket": { status: 401, words: "This computer does not hold a copy of that test." },
  "lease-ended": { status: 409, words: "Your test has moved to another computer." },
  "sitting-not-open": { status: 409, words: "The sitting is not open." },
  "sitting-ended": { status: 409, words: "The sitting has ended." },
  "room-evacuated": {
    status: 409,
    words: "The room is evacuated. Bring all tests back first, when everybody is in their seat again.",
  },
  "attempts-still-running": {
    status: 409,
    words: "Some learners are still working. Wait for them, or end their tests first.",
  },
  "seat-taken": { status: 409, words: "That seat is already taken in this sitting." },

  "no-such-receipt": { status: 404, words: "No receipt has that code. Check it letter by letter, then try again." },

  "no-attempt-left": { status: 409, words: "This learner has no attempt left." },
  "result-awaited": { status: 409, words: "The first result does not exist yet." },
  "already-entered": { status: 409, words: "This learner already has a place at a sitting for this test." },
  "no-unseen-form": { status: 409, words: "There is no form this learner could be given." },
  "candidate-number-taken": { status: 409, words: "Another learner at this centre has that candidate number." },
  "arrangement-not-possible": { status: 422, words: "These access arrangements cannot be given as they stand." },
  "last-administrator": {
    status: 409,
    words: "You cannot take this away from your own account. Another administrator can.",
  },
  "centre-number-taken": { status: 409, words: "Another centre has that number." },
  "email-taken": { status: 409, words: "Another member of staff has that e-mail address." },

  "not-your-task": {
    status: 409,
    words: "This response is no longer yours to mark. It may have been given to somebody else.",
  },
  "own-centre": {
    status: 403,
    words: "This response comes from a centre you have a connection with, so somebody else marks it.",
  },
  "connected-with-centre": {
    status: 403,
    words: "This comes from a centre you have a connection with, so somebody else looks at it.",
  },
  "marks-out-of-range": { status: 422, words: "The marks are outside what this question allows." },
  "marks-disagree-with-scheme": { status: 422, words: "The marks do not agree with the mark scheme." },
  "own-doubt": { status: 403, words: "You have looked at this response before, so another senior examiner decides." },
  "cannot-undo": {
    status: 409,
    words: "This mark can no longer be undone: the result has been released, or somebody has marked it since.",
  },

  "boundaries-wrong": {
    status: 422,
    words:
      "The boundaries must rise: above 0, Pass below Merit below Distinction, and no higher than the paper's marks.",
  },
  "no-boundaries": { status: 409, words: "This form has no grade boundaries yet." },
  "nothing-to-release": { status: 409, words: "There is no marked attempt waiting for release." },
  "nothing-to-reissue": { status: 409, words: "No released result would come out differently." },
  "result-released": {
    status: 409,
    words: "The result has been released. What is marked can now be changed only by an appeal.",
  },
  "changed-since": { status: 409, words: "Something has changed since this page was shown. Look again, then decide." },

  "draft-closed": { status: 409, words: "This draft has been frozen or dropped, so it can no longer be changed." },
  "form-unfit": { status: 409, words: "This cannot be frozen as it is." },
  "form-retired": { status: 409, words: "This form is already out of use." },

  "item-draft-closed": {
    status: 409,
    words: "This draft has been published or dropped, so it can no longer be changed.",
  },
  "not-in-this-state": { status: 409, words: "This cannot be done in the state the draft is in now." },
  "own-draft": { status: 403, words: "You have written part of this, so somebody else reviews it." },
  "item-unfit": { status: 409, words: "The item still has faults." },
  "item-unchanged": { status: 409, words: "Nothing in the item has changed." },
  "item-retired": { status: 409, words: "This item is retired." },
  "item-not-retired": { status: 409, words: "This item is not retired." },
  "not-importable": { status: 409, words: "No item can be made of this." },
  "already-enemies": { status: 409, words: "These two items are declared enemies already." },
  "picture-unfit": { status: 422, words: "This picture cannot be used." },
} as const satisfies Record<string, { status: number; words: string }>;

export type Refusal = keyof typeof refusals;

/** A no, as a value. `why` adds what this case needs said: which rule, until when, how many. */
export type Refused = {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly why?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Refused, and yet what was written stays: a failed sign-in is remembered. */
  readonly keep?: true;
};

export const refused = (refusal: Refusal, why?: string): Refused => ({
  ok: false,
  refusal,
  ...(why === undefined ? {} : { why }),
});

/** What the person reads. */
export const inWords = ({ refusal, why }: Refused) =>
  why === undefined ? refusals[refusal].words : `${refusals[refusal].words} ${why}`;

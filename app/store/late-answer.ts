/** Of the attempt `a`, in SQL: whether an answer arrived after its end. What else comes late changes nothing and is not told. */
export const hasLateAnswer = `EXISTS (
  SELECT 1 FROM journal j WHERE j."attemptId" = a.id AND j.standing = 'late' AND j.entry ->> 'kind' = 'answer')`;

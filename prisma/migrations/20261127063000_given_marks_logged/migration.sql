-- Whether every mark that the log says was given is still there is asked by the answer it was given to.
CREATE INDEX audit_given_marks ON "audit" ((detail->>'response')) WHERE action = 'give mark';

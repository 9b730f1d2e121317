import { z } from "zod";
import { aimCustomerServiceAward } from "./aim-customer-service-award.ts";
import { biiabCustomerServiceDiploma } from "./biiab-customer-service-diploma.ts";
import { focusCustomerServiceCertificate } from "./focus-customer-service-certificate.ts";
import { innovateCustomerServiceCertificate } from "./innovate-customer-service-certificate.ts";
import { pearsonCustomerServiceOperations } from "./pearson-customer-service-operations.ts";
import { qualification } from "./qualification.ts";

/** The five qualifications, read as if they came from outside: a wrong check character stops everything at once. */
export const qualifications = z
  .array(qualification)
  .readonly()
  .parse([
    pearsonCustomerServiceOperations,
    aimCustomerServiceAward,
    biiabCustomerServiceDiploma,
    innovateCustomerServiceCertificate,
    focusCustomerServiceCertificate,
  ]);

export const qualificationById = (id: string) => qualifications.find((one) => one.id === id);

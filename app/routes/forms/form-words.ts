export const formsInWords = (count: number) => (count === 1 ? "1 form" : `${count} forms`);

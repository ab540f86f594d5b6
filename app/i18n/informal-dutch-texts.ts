// What debtors read in Dutch where their creditor says je: the texts that hold u. The others are as they are.

export { default as agreement } from "./texts/nl-je/agreement.json" with { type: "json" };
export { default as arrange } from "./texts/nl-je/arrange.json" with { type: "json" };
export { default as arrangementMail } from "./texts/nl-je/arrangementMail.json" with { type: "json" };
export { default as arrangementPage } from "./texts/nl-je/arrangementPage.json" with { type: "json" };
export { default as checkout } from "./texts/nl-je/checkout.json" with { type: "json" };
export { default as complaint } from "./texts/nl-je/complaint.json" with { type: "json" };
export { default as details } from "./texts/nl-je/details.json" with { type: "json" };
export { default as disputeMail } from "./texts/nl-je/disputeMail.json" with { type: "json" };
export { default as disputePage } from "./texts/nl-je/disputePage.json" with { type: "json" };
export { default as evidence } from "./texts/nl-je/evidence.json" with { type: "json" };
export { default as help } from "./texts/nl-je/help.json" with { type: "json" };
export { default as helper } from "./texts/nl-je/helper.json" with { type: "json" };
export { default as letters } from "./texts/nl-je/letters.json" with { type: "json" };
export { default as linkLetter } from "./texts/nl-je/linkLetter.json" with { type: "json" };
export { default as mail } from "./texts/nl-je/mail.json" with { type: "json" };
export { default as overview } from "./texts/nl-je/overview.json" with { type: "json" };
export { default as pause } from "./texts/nl-je/pause.json" with { type: "json" };
export { default as pay } from "./texts/nl-je/pay.json" with { type: "json" };
export { default as phone } from "./texts/nl-je/phone.json" with { type: "json" };
export { default as receipt } from "./texts/nl-je/receipt.json" with { type: "json" };
export { default as return } from "./texts/nl-je/return.json" with { type: "json" };
export { default as specialCase } from "./texts/nl-je/specialCase.json" with { type: "json" };
export { default as statement } from "./texts/nl-je/statement.json" with { type: "json" };
export { default as transfer } from "./texts/nl-je/transfer.json" with { type: "json" };

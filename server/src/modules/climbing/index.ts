export { type BonusRunRow, bonusRunTable } from './store/bonus-run.row';
export { type CampaignCountRow, campaignCountTable } from './store/campaign-count.row';
export { type CountedSaleRow, countedSaleTable } from './store/counted-sale.row';
export { type CounterRow, counterTable } from './store/counter.row';
export { type CustomerCountRow, customerCountTable } from './store/customer-count.row';
export { resetTable } from './store/reset.row';

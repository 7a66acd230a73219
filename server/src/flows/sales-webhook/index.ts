export { SalesWebhookController } from './controller';
export { forgetDeliveries } from './deliveries';
export { salesWebhook } from './sales-webhook';

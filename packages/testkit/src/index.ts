export * from './clock';
export * from './http';
export * from './product';
export * from './sales';
export * from './sign-webhook';

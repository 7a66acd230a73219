export * from './clock';
export * from './http';
export * from './product';
export { type Chance, chance, randomScenario } from './random-scenario';
export * from './sales';
export * from './sign-webhook';

export { type Chance, chance } from './chance';
export * from './clock';
export * from './http';
export * from './product';
export { randomScenario } from './random-scenario';
export * from './sales';
export * from './sign-webhook';

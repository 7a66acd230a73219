export * from './ids';
export * from './money';
export * from './rate';
export * from './refusal';
export * from './text';
export * from './zone';

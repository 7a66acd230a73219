export type { ClockView, ConfigView, PairView } from './control/views';
export { type Emulator, type EmulatorOptions, startEmulator } from './start-emulator';
export type { EmulatorState } from './state/emulator-state';
export type { MerchantSettings } from './state/merchant-settings';

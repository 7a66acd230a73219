export function startApp() { return { launched() {}, shown() {}, hidden() {} }; }

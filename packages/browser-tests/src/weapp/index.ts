export { type PackageSize, packageSizes } from './package-sizes';
export { type Mobile, type Person, person, type ShareCard } from './person';

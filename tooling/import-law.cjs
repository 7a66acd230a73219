const { storeys, packages } = require('../storeys.cjs');

/** dependency-cruiser's form of the law in `storeys.cjs`. Run by `npm test`, or by hand: `npx depcruise -c tooling/import-law.cjs server/src`. */

const room = (names) => `^server/src/modules/(${names.join('|')})/`;
const rooms = storeys.flatMap((storey) => storey.rooms);

const downOnly = storeys.flatMap(({ storey, rooms: own }) => {
  const above = storeys.filter((other) => other.storey > storey).flatMap((other) => other.rooms);
  const rules = [];
  if (above.length > 0) {
    rules.push({
      name: `storey-${storey}-never-looks-up`,
      comment: 'Imports go down only. What must travel up travels as an argument or as an event.',
      severity: 'error',
      from: { path: room(own) },
      to: { path: room(above) },
    });
  }
  for (const name of own.length > 1 ? own : []) {
    rules.push({
      name: `${name}-never-looks-sideways`,
      comment: 'Rooms of one storey do not know each other; a flow joins them.',
      severity: 'error',
      from: { path: room([name]) },
      to: { path: room(own.filter((other) => other !== name)) },
    });
  }
  return rules;
});

const throughTheDoor = rooms.map((name) => ({
  name: `${name}-through-its-door`,
  comment: 'A room is entered through its index.ts only. (tables.ts registers the rows of every room.)',
  severity: 'error',
  from: { path: '^server/src/', pathNot: [room([name]), '^server/src/tables\\.ts$'] },
  to: { path: room([name]), pathNot: `^server/src/modules/${name}/index\\.ts$` },
}));

const insideARoom = [
  {
    name: 'domain-is-pure',
    comment: 'The domain decides; it reads nothing, writes nothing and knows no clock.',
    severity: 'error',
    from: { path: '^server/src/modules/[^/]+/domain/' },
    to: {
      path: [
        '^server/src/foundation/',
        '/(store|commands|queries|http|jobs)/',
        '^(node:)?(fs|net|http|https|child_process|dns|tls)$',
      ],
      pathNot: '\\.row\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'http-is-the-edge',
    comment: 'Commands, queries and the domain do not know HTTP.',
    severity: 'error',
    from: { path: '^server/src/modules/[^/]+/(commands|queries|domain|store)/' },
    to: {
      path: ['^server/src/modules/[^/]+/http/', '^server/src/foundation/http/', '@midwayjs'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'ground-knows-no-room',
    severity: 'error',
    from: { path: '^server/src/foundation/' },
    to: { path: ['^server/src/(modules|flows|cli|seeds|scenario|demo|imports)/'] },
  },
  {
    name: 'rooms-know-no-flow',
    severity: 'error',
    from: { path: '^server/src/modules/' },
    to: { path: ['^server/src/(flows|cli|seeds|scenario|demo|imports)/'] },
  },
];

const packageLaw = Object.entries(packages).flatMap(([name, may]) => {
  const own = `^packages/${name}/src/`;
  const others = Object.keys(packages).filter((other) => other !== name && !may.packages.includes(other));
  const rules = [
    {
      name: `${name}-packages`,
      comment: `${name} may import of the workspace: ${may.packages.join(', ') || 'nothing'}.`,
      severity: 'error',
      from: { path: own },
      to: { path: [`^packages/(${others.join('|')})/`, '^(server|admin|miniapp)/'] },
    },
  ];
  if (may.npm) {
    const allowed = may.npm.map((npm) => `node_modules/${npm}/`);
    rules.push({
      name: `${name}-npm`,
      comment: `${name} may import of npm: ${may.npm.join(', ') || 'nothing'}.`,
      severity: 'error',
      from: { path: own },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
        ...(allowed.length > 0 ? { pathNot: allowed } : {}),
      },
    });
  }
  return rules;
});

const wholeTree = [
  {
    name: 'no-react-in-packages',
    comment: 'The mini-program and the console may need different ones.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: 'node_modules/(react|react-dom|@tarojs)/' },
  },
  {
    name: 'emulator-and-client-never-meet',
    comment: 'Each proves the other only while no code joins them.',
    severity: 'error',
    from: { path: '^server/src/' },
    to: { path: '^packages/wechat-emulator/' },
  },
  {
    name: 'faces-never-meet',
    severity: 'error',
    from: { path: '^(server|admin|miniapp)/' },
    to: { path: '^(server|admin|miniapp)/', pathNot: '^$1/' },
  },
  {
    name: 'kit-knows-no-business',
    severity: 'error',
    from: { path: '^(admin|miniapp)/src/(kit|lib)/' },
    to: { path: '^$1/src/(features|pages|subpackages|app)/' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: { path: '^(server|packages|admin|miniapp)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^virtual:', '\\.(svg|png|webp|css|scss)$'] },
  },
];

module.exports = {
  forbidden: [...downOnly, ...throughTheDoor, ...insideARoom, ...packageLaw, ...wholeTree],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '\\.test\\.tsx?$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};

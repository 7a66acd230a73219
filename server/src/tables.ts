/** Every table of the product, imported for its definition: entities, migrations and the schema test read the registry. */
export {};

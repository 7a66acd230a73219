import { defineConfig } from 'vitest/config';
import { serverProjects } from '../tooling/vitest/server-projects.mts';

export default defineConfig({ test: { projects: serverProjects() } });

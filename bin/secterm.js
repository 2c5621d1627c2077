#!/usr/bin/env node
// A checkout runs its TypeScript as it is; an installed package runs what was built from it, because Node does not
// strip types below node_modules: https://nodejs.org/api/typescript.html#type-stripping-in-dependencies
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `secterm needs Node.js 24 or later; this is ${process.version}. In a checkout, "npm ci" installs it and "npx secterm" uses it.`,
  );
  process.exit(2);
}
module.enableCompileCache();
// "secterm terms | head" closes the pipe early: that is no error.
process.stdout.on('error', error => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
const source = new URL('../adapters/main.ts', import.meta.url);
const built = new URL('../dist/adapters/main.js', import.meta.url);
const { main } = await import((existsSync(source) ? source : built).href);
process.exitCode = await main(process, new URL('../', import.meta.url));

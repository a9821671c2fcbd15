// Plain JavaScript on purpose: an old Node must be able to read it before it meets a TypeScript file.
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 24) {
  process.stderr.write(
    `Standfirst needs Node 24 or newer; this is ${process.versions.node}. ` +
      'Run `npm install` and start it through npm (npm start, npm run demo): npm brings its own Node 24.\n',
  );
  process.exit(1);
}

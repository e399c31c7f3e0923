/** Imports point one way; each rule says which way and why. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'site-knows-the-protocol-only',
      comment: 'Pages talk to the server over the wire; they share its types, nothing else.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^server/', pathNot: '^server/protocol/' },
    },
    {
      name: 'protocol-stands-alone',
      severity: 'error',
      from: { path: '^server/protocol/' },
      to: { path: '^(server|src|setup)/', pathNot: '^server/protocol/' },
    },
    {
      name: 'grader-is-pure',
      comment: 'Judging sees the snapshot type and the wire types; it reaches for nothing.',
      severity: 'error',
      from: { path: '^server/grader/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(server|src|setup|node:)', pathNot: '^server/(grader/|protocol/|snapshot/snapshot\\.ts$)' },
    },
    {
      name: 'parsers-are-pure',
      severity: 'error',
      from: { path: '^server/snapshot/parse/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/', pathNot: '^server/snapshot/(parse/|snapshot\\.ts$)' },
    },
    {
      name: 'dockerode-in-lab-host-only',
      severity: 'error',
      from: { pathNot: '^server/lab-host/' },
      to: { path: 'node_modules/(@types/)?dockerode/' },
    },
    {
      name: 'lucia-in-auth-only',
      severity: 'error',
      from: { pathNot: '^server/auth/' },
      to: { path: 'node_modules/lucia/' },
    },
    {
      name: 'only-main-and-the-command-line-choose-a-driver',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main\\.ts|cli/|lab-host/)|\\.test\\.ts$' },
      to: { path: '^server/lab-host/', pathNot: '^server/lab-host/(driver|index)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}

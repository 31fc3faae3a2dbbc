// Reads a JSON array of simulations from standard input, writes a JSON array of their results to standard output. A
// simulation is what runSimulation of @cloud-copilot/iam-simulate takes, without what is the same for all of ours.
import { readFileSync } from 'node:fs'
import { runSimulation } from '@cloud-copilot/iam-simulate'

async function simulate(simulation) {
  const response = await runSimulation(
    { serviceControlPolicies: [], resourceControlPolicies: [], ...simulation },
    { simulationMode: 'Strict' }
  )
  if (response.resultType !== 'single') {
    return { error: JSON.stringify(response.errors ?? 'the resource has a wildcard') }
  }
  const { analysis, ignoredContextKeys } = response.result
  return {
    allowed: response.overallResult === 'Allowed',
    why: `${response.overallResult}${statements(analysis)}`,
    ignoredContextKeys
  }
}

/** The statements that decided: those that deny, else those that allow. */
function statements({ identityAnalysis, resourceAnalysis }) {
  const analyses = { identity: identityAnalysis, resource: resourceAnalysis }
  const named = (kind) =>
    Object.entries(analyses).flatMap(([policy, analysis]) =>
      (analysis?.[kind] ?? []).map(({ explain }) => ` by ${explain.identifier} of the ${policy} policy`)
    )
  const denials = named('denyStatements')
  return (denials.length > 0 ? denials : named('allowStatements')).join(',')
}

const results = []
for (const simulation of JSON.parse(readFileSync(0, 'utf8'))) {
  results.push(await simulate(simulation))
}
process.stdout.write(JSON.stringify(results))

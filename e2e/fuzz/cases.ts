/** One case of the fuzzer: made from the seed and its number alone, and judged by whether everything comes back. */

import { type HostFacts, readHostFacts } from '../../src/core/index.ts'
import { encodeLink } from '../../src/core/link/index.ts'
import { everyOutput, type Output, outputs, type TextKind, understand } from '../whole-chain.ts'
import { type Corpus, readCorpus } from './corpus.ts'
import { mutate, mutatePlain } from './mutate.ts'
import { type Random, randomFrom } from './random.ts'

export interface Case {
  readonly kind: TextKind
  readonly text: string
  /** What is made of the designs that come of it. */
  readonly outputs: readonly Output[]
}

/** Kinds with more behind them come more often, slow ones less. */
const turns: readonly TextKind[] = [
  'xml',
  ...repeated('domain', 5),
  ...repeated('yaml', 5),
  ...repeated('plain', 6),
  'argv',
  ...repeated('command', 5),
  ...repeated('link', 2),
  ...repeated('host', 2),
  ...repeated('facts', 2),
  'keys',
]

function repeated(kind: TextKind, times: number): TextKind[] {
  return Array.from({ length: times }, () => kind)
}

/** The cases of a seed, and how one is run. */
export interface Cases {
  /** The same case for the same seed, number and corpus. */
  caseOf(seed: number, number: number): Case
  /** Reads the text and makes what was asked for. Throws what the core throws. */
  run(one: Case): void
}

/** @param root the folder of the project */
export function prepareCases(root: string): Cases {
  const corpus = readCorpus(root)
  const hosts: readonly (HostFacts | undefined)[] = [
    undefined,
    ...corpus.facts.flatMap((text) => readHostFacts(text).facts ?? []).slice(0, 4),
  ]
  const demanding = corpus.plain
    .filter((text) => text.includes('hostdevs') || text.includes('vcpupin'))
    .slice(0, 1)
    .flatMap((text) => understand('plain', text).designs)
  return {
    caseOf: (seed, number) => {
      const random = randomFrom(seed, number)
      const kind = random.pick(turns)
      return { kind, text: textOf(corpus, kind, random), outputs: someOutputs(random) }
    },
    run: ({ kind, text, outputs: wanted }) => {
      const { designs, host = hosts[text.length % hosts.length] } = understand(kind, text)
      // Facts about a host meet a design that asks for much of it.
      const asked = designs.length > 0 || host === undefined ? designs : demanding
      for (const design of asked) for (const output of wanted) outputs[output](design, host)
    },
  }
}

function textOf(corpus: Corpus, kind: TextKind, random: Random): string {
  const base = random.pick(corpus[kind])
  const other = () => random.pick(corpus[random.once(3) ? random.pick(turns) : kind])
  if (kind === 'plain') return mutatePlain(base, random)
  // Of a changed link nearly all is refused by its checksum: most are made of a changed design.
  if (kind === 'link' && !random.once(4))
    return `#${encodeLink(JSON.parse(mutatePlain(random.pick(corpus.plain), random)))}`
  return mutate(base, random, other)
}

/** Lifting and bundles take longest. */
const quickOutputs = everyOutput.filter(
  (output) => output !== 'lift' && output !== 'command' && output !== 'bundle',
)

function someOutputs(random: Random): Output[] {
  const some = random.once(12) ? everyOutput : quickOutputs
  return Array.from({ length: 1 + random.below(2) }, () => random.pick(some))
}

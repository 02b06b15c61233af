import { expect, test } from 'vitest'
import { bestPinning, type HostFacts } from '../../core.ts'
import { changeWords } from './best-pins-words.ts'

const threads = Array.from({ length: 16 }, (_, cpu) => ({
  cpu,
  core: cpu % 8,
  socket: cpu % 8 < 4 ? 0 : 1,
  node: cpu % 8 < 4 ? 0 : 1,
}))
const facts: HostFacts = { cpu: { threads } }

function wordsFor(spec: Parameters<typeof changeWords>[0], vcpus: number): readonly string[] {
  const answer = bestPinning({ facts, vcpus })
  if (!('pinning' in answer)) throw new Error(answer.finding.message)
  return changeWords(spec, answer.pinning.changes)
}

test('what is changed beside the pins is said, with what it was', () => {
  const spec = { cpu: 2, libvirt: { cpu: { topology: { sockets: 1, cores: 2, threads: 1 } } } }
  expect(wordsFor(spec, 4)).toEqual([
    'vCPUs 2 → 4',
    'topology 1 socket × 2 cores × 1 thread → 1 socket × 2 cores × 2 threads',
    expect.stringMatching(/^memory from node [01]$/),
  ])
})

test('what is so already is not said', () => {
  const topology = { threads: 2, cores: 2, dies: 1, sockets: 1 }
  const numatune = { memory: { mode: 'preferred', nodeset: '0' } } as const
  const spec = { cpu: 4, libvirt: { cpu: { topology }, numatune } }
  expect(wordsFor(spec, 4)).toEqual([])
})

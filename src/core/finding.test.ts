import { expect, test } from 'vitest'
import {
  concerns,
  countByTarget,
  countFindings,
  countsInWords,
  type Finding,
  findingTargets,
} from './finding.ts'

const finding = (severity: Finding['severity'], target?: Finding['target']): Finding => ({
  code: 'disk.ide',
  severity,
  path: [],
  message: 'It is so.',
  ...(target === undefined ? {} : { target }),
})

test('a finding about the design concerns every target, one about a target only that', () => {
  for (const target of findingTargets) {
    expect(concerns(finding('error'), target)).toBe(true)
    for (const other of findingTargets)
      expect(concerns(finding('error', target), other)).toBe(other === target)
  }
})

test.each([
  [['error', 'error', 'warning', 'advice', 'advice', 'advice'], '2 errors, 1 warning, 3 advice'],
  [['advice', 'error'], '1 error, 1 advice'],
  [['warning', 'warning'], '2 warnings'],
  [[], 'no findings'],
] as const)('%j are %s', (severities, words) => {
  expect(countsInWords(countFindings(severities.map((severity) => finding(severity))))).toBe(words)
})

test('what each target alone has is counted apart', () => {
  const findings = [
    finding('error'),
    finding('advice', 'bundle'),
    finding('warning', 'qemu'),
    finding('error', 'qemu'),
  ]
  expect(countByTarget(findings).map(({ words }) => words)).toEqual([
    '2 more concern only a hand-run QEMU',
    '1 more concerns only the bundle',
  ])
})

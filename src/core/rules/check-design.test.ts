import { expect, test } from 'vitest'
import { resolve } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { checkDesign } from './index.ts'
import { plain } from './support/case.test-data.ts'

const secure: Design = { name: 'vm', spec: { ...plain, firmware: 'uefi-secure', machine: 'pc' } }

test('what resolve found comes first, and once', () => {
  const resolved = resolve(secure, undefined)
  const codes = checkDesign(secure, undefined, resolved).map(({ code }) => code)
  expect(codes).toEqual(resolved.findings.map(({ code }) => code))
  expect(codes).toContain('firmware.secure-needs-q35')
})

test('without a resolved design it resolves it', () => {
  expect(checkDesign(secure, undefined)).toEqual(checkDesign(secure, undefined, resolve(secure, undefined)))
})

test('a finding has no fix where there is none, instead of an undefined one', () => {
  const [finding] = checkDesign({ name: 'vm', spec: { ...plain, network: { mode: 'bridge' } } }, undefined)
  expect(finding?.code).toBe('network.bridge-missing')
  expect(finding).not.toHaveProperty('fix')
})

test('equal findings are one', () => {
  const twice = ['<rng', '<rng']
  const findings = checkDesign({ name: 'vm', spec: { ...plain, libvirt: { snippets: twice } } }, undefined)
  expect(new Set(findings.map((finding) => JSON.stringify(finding))).size).toBe(findings.length)
})

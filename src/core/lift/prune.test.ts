/** `resolve/filled-in.ts` names every place that resolve says by itself: asking about all places finds nothing more. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { resolve } from '../resolve/index.ts'
import { type VmSpec, writeSpec } from '../spec/index.ts'
import { pruned } from './prune.ts'
import { readDomainXml } from './read-domain.ts'

const folders = [
  path.join(import.meta.dirname, '../domain/fixtures'),
  path.join(import.meta.dirname, '../../../../shared/corpus/real'),
].filter((folder) => existsSync(folder))

const texts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8')),
)

test('nothing goes without saying but at the places that resolve fills in', () => {
  let asked = 0
  let askedOfAll = 0
  for (const text of texts) {
    const [read] = readDomainXml(text).domains
    if (read === undefined) continue
    const { name = 'a', ...libvirt } = read.domain
    const spec: VmSpec = {
      source: { kind: 'imported' },
      libvirt: { ...libvirt, devices: { interfaces: [], serial: [], console: [], ...libvirt.devices } },
    }
    const resolved = (one: VmSpec) => resolve({ name, spec: one }, undefined).domain
    const target = resolved(spec)
    const short = pruned(spec, target, (one) => {
      asked += 1
      return resolved(one)
    })
    const ofAll = pruned(
      spec,
      target,
      (one) => {
        askedOfAll += 1
        return resolved(one)
      },
      () => true,
    )
    expect(writeSpec({ name, spec: short })).toBe(writeSpec({ name, spec: ofAll }))
  }
  expect(asked).toBeLessThan(askedOfAll)
}, 60_000)

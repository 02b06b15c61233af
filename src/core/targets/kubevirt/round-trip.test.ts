/** Designs go to KubeVirt and come back: as they went, but for what a finding names. */
import { expect, test } from 'vitest'
import { formatPath, type Path } from '../../finding.ts'
import { forLibvirt } from '../../lift/index.ts'
import { startsWith } from '../../path.ts'
import { resolve } from '../../resolve/index.ts'
import type { Design } from '../../spec/index.ts'
import { designPlace } from '../design-place.ts'
import { differencesOf } from '../differences.ts'
import { sampleDesigns } from '../samples.test-helper.ts'
import { kubevirt } from './index.ts'
import { isOwnAlone } from './own-words.ts'
import { comparable } from './write/comparable.ts'

const { writer, reader } = kubevirt

/** Places that came back otherwise and that nothing names. */
function unnamed(design: Design): string[] {
  const { lacks, findings, files } = writer.write({
    design,
    host: undefined,
    choices: { cluster: 'kubevirt' },
  })
  const [main] = files
  const text = main !== undefined && 'text' in main ? main.text : ''
  expect(reader.fits(text)).toBe(true)
  const read = reader.read(text, 'vm', undefined)
  const [again] = read.designs
  if (again === undefined) return ['nothing came back']
  const resolved = resolve(forLibvirt(design), undefined, 'libvirt')
  const came = resolve(forLibvirt(again), undefined, 'libvirt').domain
  const placeOf = designPlace(resolved)
  const adds = findings.find(({ code }) => code === 'kubevirt.adds')?.message ?? ''
  const isNamed = (path: Path) => {
    const place = placeOf(path)
    return lacks.some((lack) => startsWith(place, lack.path) || startsWith(lack.path, place))
  }
  return differencesOf(comparable(resolved.domain), comparable(came), isOwnAlone)
    .filter(({ path, kind }) =>
      kind === 'added'
        ? !adds.includes(formatPath(path)) && !isOfVolume(path)
        : !isNamed(path) && !isOfVolume(path),
    )
    .map(({ path, kind }) => `${formatPath(path)} ${kind}`)
}

/** What follows from where the data of a disk is, once it is a volume; cloud-init and its CD are the author's words then. */
function isOfVolume(path: Path): boolean {
  return /^devices\.disks\[\d+\](?:$|\.(?:type|source|driver|create|transient))/.test(formatPath(path))
}

test.each(sampleDesigns())('%s comes back', (_, design) => {
  expect(unnamed(design)).toEqual([])
})

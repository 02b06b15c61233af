/** Designs go to Proxmox VE and come back: as they went, but for what a finding names. */
import { expect, test } from 'vitest'
import { formatPath, type Path } from '../../finding.ts'
import { forLibvirt } from '../../lift/index.ts'
import { startsWith, valueAt } from '../../path.ts'
import { resolve } from '../../resolve/index.ts'
import type { Design } from '../../spec/index.ts'
import { designPlace } from '../design-place.ts'
import { differencesOf } from '../differences.ts'
import { sampleDesigns } from '../samples.test-helper.ts'
import { proxmox } from './index.ts'
import { isOwnAlone } from './own-words.ts'
import { readProxmox } from './read.ts'
import { comparable } from './write/comparable.ts'

const { writer } = proxmox

function written(design: Design) {
  const { files, lacks, findings } = writer.write({
    design,
    host: undefined,
    choices: { storage: 'local-lvm' },
  })
  const textOf = (name: string) =>
    files.flatMap((file) => (file.name === name && 'text' in file ? [file.text] : []))[0] ?? ''
  return { lacks, findings, script: textOf('create.sh'), config: textOf('100.conf') }
}

/** Places that came back otherwise and that nothing names. */
function unnamed(design: Design, text: string, isFile: boolean): string[] {
  const { lacks, findings } = written(design)
  const resolved = resolve(forLibvirt(design), undefined, 'libvirt')
  const read = readProxmox(text)
  const adds = findings.find(({ code }) => code === 'proxmox.adds')?.message ?? ''
  const placeOf = designPlace(resolved)
  const isNamed = (path: Path) => {
    const place = placeOf(path)
    return lacks.some((lack) => startsWith(place, lack.path) || startsWith(lack.path, place))
  }
  const came = comparable(read.vms[0]?.domain ?? {})
  return differencesOf(comparable(resolved.domain), came, isOwnAlone)
    .filter(({ path, kind }) => {
      if (kind === 'added') return !adds.includes(formatPath(path.slice(0, 2))) && !isOfVolume(path)
      return !(isNamed(path) || isOfVolume(path) || (isFile && isElsewhere(path)))
    })
    .map(
      ({ path, kind }) =>
        `${formatPath(path)} ${kind}: ${JSON.stringify(valueAt(resolved.domain, path))} ${JSON.stringify(valueAt(came, path))}`,
    )
}

/** The file has the version of the board on which Windows stays, and shares by the name of their mapping. */
function isElsewhere(path: Path): boolean {
  return /^(?:os\.machine|devices\.filesystems\[\d+\]\.source(?:\.dir)?)$/.test(formatPath(path))
}

/** What follows from where a disk is, once it was copied, and the drive of cloud-init, which is none of the guest's disks. */
function isOfVolume(path: Path): boolean {
  return /^devices\.disks\[\d+\](?:$|\.(?:type|source|driver))/.test(formatPath(path))
}

test.each(sampleDesigns())('%s comes back from the script', (_, design) => {
  expect(unnamed(design, written(design).script, false)).toEqual([])
})

test.each(sampleDesigns())('%s comes back from the configuration', (_, design) => {
  expect(unnamed(design, written(design).config, true)).toEqual([])
})

/** The seed images as the programs read them that anyone has: blkid, xorriso, isoinfo, fsck.vfat, mtools, mount. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SeedFile, seedImage, seedImageFat } from '../src/core/seed/index.ts'
import { needs } from './shared.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Bytes that show where they belong. */
const counted = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) % 251)

const noCloud: readonly SeedFile[] = [
  { name: 'user-data', bytes: bytesOf('#cloud-config\nhostname: web\n') },
  { name: 'meta-data', bytes: bytesOf('instance-id: vmwright-web\n') },
  { name: 'network-config', bytes: bytesOf('version: 2\nethernets: {}\n') },
]
const designs: Readonly<Record<string, readonly SeedFile[]>> = {
  NoCloud: noCloud,
  nothing: [],
  'empty files and whole sectors': [
    { name: 'first-empty', bytes: counted(0) },
    { name: 'one-sector', bytes: counted(2048) },
    { name: 'one more', bytes: counted(2049) },
    { name: 'last-empty', bytes: counted(0) },
  ],
  'many files with odd names': [
    ...Array.from({ length: 300 }, (_, index) => ({ name: `user-data-${index}`, bytes: counted(index) })),
    { name: "it's $(x) & ü é€.tar.gz", bytes: counted(9) },
    { name: 'x'.repeat(64), bytes: counted(5) },
    { name: 'ß'.repeat(64), bytes: counted(6) },
  ],
  'a big file': [{ name: 'big', bytes: counted(5_000_000) }, ...noCloud],
}
const images = { iso: seedImage, fat: seedImageFat }

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-seed-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function write(kind: keyof typeof images, files: readonly SeedFile[]): string {
  const file = path.join(folder, `seed.${kind}`)
  writeFileSync(file, images[kind](files))
  return file
}

/** What a program says; anything but success fails the test with its complaint. */
function run(program: string, ...words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${error?.message ?? stderr + stdout}`)
  return stdout + stderr
}

const isInstalled = (program: string) => spawnSync(program, ['--version']).error === undefined

function emptyFolder(name: string): string {
  const to = path.join(folder, name)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to)
  return to
}

/** The files of a folder, by name. */
function filesIn(from: string): SeedFile[] {
  return readdirSync(from).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(path.join(from, name))),
  }))
}

function expectSame(found: readonly SeedFile[], files: readonly SeedFile[]): void {
  const sorted = (all: readonly SeedFile[]) => all.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  expect(sorted(found).map(({ name }) => name)).toEqual(sorted(files).map(({ name }) => name))
  sorted(found).forEach(({ name, bytes }, index) => {
    expect(Buffer.compare(bytes, sorted(files)[index]?.bytes ?? bytesOf('')), name).toBe(0)
  })
}

const all = Object.entries(designs)

describe('the ISO image', () => {
  test('is what blkid calls cidata', (context) => {
    needs(context, isInstalled('blkid'), 'not installed: blkid')
    const said = run('blkid', '--probe', '--output', 'export', write('iso', noCloud))
    expect(said).toContain('\nLABEL=cidata\n')
    expect(said).toContain('\nTYPE=iso9660\n')
    expect(said).toMatch(/^VERSION=Joliet/m)
  })

  test.for(all)('is read by xorriso: %s', ([, files], context) => {
    needs(context, isInstalled('xorriso'), 'not installed: xorriso')
    const image = write('iso', files)
    const listed = run('xorriso', '-indev', image, '-find', '/', '-exec', 'lsdl', '--')
    expect(listed).toContain("Volume id    : 'cidata'")
    expect(listed).not.toMatch(/WARNING|SORRY|FAILURE/)
    expect(listed).toMatch(/^drwxr-xr-x +1 0 +0 +0 Jan +1 +1980 '\/'$/m)
    expect(listed.match(/^-rw-r--r-- +1 0 +0 +\d+ Jan +1 +1980 '\/.*'$/gm) ?? []).toHaveLength(files.length)
    const to = emptyFolder('extracted')
    run('xorriso', '-osirrox', 'on', '-indev', image, '-extract', '/', to)
    run('chmod', 'u+w', to)
    expectSame(filesIn(to), files)
  })

  test('has the names of Joliet and of level 1 in trees of their own', async (context) => {
    needs(context, isInstalled('isoinfo'), 'not installed: isoinfo')
    const image = write('iso', noCloud)
    const listed = ['-d', '-f', '-Jf', '-Rf'].map((how) => run('isoinfo', how, '-i', image)).join('--\n')
    await expect(listed).toMatchFileSnapshot('expected/seed-isoinfo.txt')
  })
})

describe('the FAT image', () => {
  test('is what blkid calls CIDATA', (context) => {
    needs(context, isInstalled('blkid'), 'not installed: blkid')
    const said = run('blkid', '--probe', '--output', 'export', write('fat', noCloud))
    expect(said).toContain('\nLABEL=CIDATA\n')
    expect(said).toContain('\nTYPE=vfat\n')
  })

  test.for(all)('is in order for fsck.vfat and read by mtools: %s', ([, files], context) => {
    const missing = ['fsck.vfat', 'mcopy'].filter((program) => !isInstalled(program))
    needs(context, missing.length === 0, `not installed: ${missing.join(', ')}`)
    const image = write('fat', files)
    expect(run('fsck.vfat', '-n', image)).toContain(`: ${files.length + 1} files, `)
    const to = emptyFolder('copied')
    if (files.length > 0) run('mcopy', '-i', image, '::*', to)
    expectSame(filesIn(to), files)
  })
})

test.for([
  ['iso', 'iso9660'],
  ['fat', 'vfat'],
] as const)('the %s image is mounted by Linux', ([kind, fileSystem], context) => {
  const to = emptyFolder('mounted')
  const { status, stderr } = spawnSync(
    'mount',
    ['-t', fileSystem, '-o', 'loop,ro', write(kind, noCloud), to],
    { encoding: 'utf8' },
  )
  context.skip(status !== 0, `this machine does not mount ${fileSystem}: ${stderr}`)
  try {
    expectSame(filesIn(to), noCloud)
    expect(statSync(path.join(to, 'user-data')).uid).toBe(0)
  } finally {
    run('umount', to)
  }
})

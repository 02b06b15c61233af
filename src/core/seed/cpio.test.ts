import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { utf8Encode } from '../text/index.ts'
import { cpioArchive } from './cpio.ts'

const files = [
  { name: 'preseed.cfg', bytes: utf8Encode('d-i a/b string c\n') },
  { name: 'odd', bytes: utf8Encode('é') },
  { name: 'empty', bytes: new Uint8Array() },
]

test('it is as long as blocks of 512 bytes, the same each time, and takes no other name', () => {
  const archive = cpioArchive(files)
  expect(archive.length % 512).toBe(0)
  expect(cpioArchive(files)).toEqual(archive)
  expect(() => cpioArchive([{ name: '../a', bytes: new Uint8Array() }])).toThrow(RangeError)
})

const reader = spawnSync('cpio', ['--version'])
test.skipIf(reader.error !== undefined)('cpio gives the files back', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  const { status, stderr } = spawnSync('cpio', ['-i', '--quiet'], {
    cwd: place,
    input: cpioArchive(files),
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  for (const { name, bytes } of files)
    expect(new Uint8Array(readFileSync(path.join(place, name)))).toEqual(bytes)
  rmSync(place, { recursive: true })
})

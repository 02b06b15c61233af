import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ovf } from './index.ts'
import { ovfInTar } from './tar.ts'

const text = readFileSync(path.join(import.meta.dirname, 'fixtures/appliance-vmware.ovf'), 'utf8')

/** What `tar` writes of a file, as far as text goes, and the beginning of the next one. */
function tarOf(name: string, content: string): string {
  const head = `${name.padEnd(257, '\0')}ustar\0${'00'}`.padEnd(512, '\0')
  const end = '\0'.repeat((512 - (content.length % 512)) % 512)
  return `${head}${content}${end}disk.vmdk\0\ufffd\ufffdKDMV`
}

test('an .ova is read as the .ovf at its beginning', () => {
  const packed = ovf.reader.read(tarOf('appliance.ovf', text), 'vm', undefined)
  const bare = ovf.reader.read(text, 'vm', undefined)
  expect(packed.designs).toEqual(bare.designs)
  expect(packed.findings.find(({ code }) => code === 'ovf.path')?.message).toContain('tar xf')
  expect(ovf.reader.fits(tarOf('appliance.ovf', text))).toBe(true)
})

test('a tar that begins with another file is none', () => {
  expect(ovfInTar(tarOf('readme.txt', text))).toBeUndefined()
  expect(ovfInTar(tarOf('cut.ovf', text.slice(0, 900)))).toBeUndefined()
})

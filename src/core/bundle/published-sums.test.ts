/** create.sh holds an image against its publisher's file of sums, in each form that publishers have. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { Design, VmSpec } from '../spec/index.ts'
import { FakeHost, qcow2Head, shells } from './fake-host.test-helper.ts'

const sha256 = createHash('sha256').update(qcow2Head()).digest('hex')
const sha512 = createHash('sha512').update(qcow2Head()).digest('hex')
const other = 'ab'.repeat(32)
const image = 'https://example.org/it.qcow2'
const beside = 'https://example.org/SHA256SUMS'
const alone = `${image}.sha256`

let host: FakeHost
beforeEach(() => {
  host = new FakeHost()
})
afterEach(() => {
  host.remove()
})

function designOf(source: VmSpec['source']): Design {
  return {
    name: 'vm',
    spec: {
      source: { kind: 'cloud_image', url: image, ...source },
      ssh: { key_source: 'none' },
      // Whatever the machine of the tests has.
      libvirt: { type: 'qemu' },
    },
  }
}

/** What create.sh says when the publisher's file holds this text. */
function create(shell: string, sums: string | undefined, source: VmSpec['source']) {
  host.unpack(designOf(source))
  if (sums !== undefined) writeFileSync(path.join(host.memory, 'sums'), sums)
  return host.run(shell, 'create.sh', '--files')
}

const images = () => {
  const folder = path.join(host.home, '.local/share/vmwright/.images')
  return existsSync(folder) ? readdirSync(folder) : []
}

const forms: Readonly<Record<string, readonly [sums: string, url: string]>> = {
  'of sha256sum, in text mode (AlmaLinux)': [`${other}  other.qcow2\n${sha256}  it.qcow2\n`, beside],
  'of sha256sum, in binary mode (Ubuntu)': [`${other} *other.img\n${sha256} *it.qcow2\n`, beside],
  'of sha512sum (Debian)': [`${'cd'.repeat(64)}  other.qcow2\n${sha512}  it.qcow2\n`, beside],
  'of BSD (FreeBSD, CentOS)': [`SHA256 (other.qcow2) = ${other}\nSHA256 (it.qcow2) = ${sha256}\n`, beside],
  'of BSD in a signed text (Fedora, Rocky)': [
    `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n# it.qcow2: 104 bytes\nSHA256 (it.qcow2) = ${sha256}\n-----BEGIN PGP SIGNATURE-----\n\niQIzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----\n`,
    beside,
  ],
  'of several kinds (Flatcar)': [
    `# MD5 HASH\n${'0'.repeat(32)}  it.qcow2\n# SHA512 HASH\n${sha512}  it.qcow2\n`,
    alone,
  ],
  'with a path before the name, and line ends of Windows': [`${sha256}  ./images/it.qcow2\r\n`, beside],
  'a sum by itself (Alpine)': [`${sha512}\n`, alone],
  'a sum under the name of the build (openSUSE)': [`${sha256}  it-Build17.2.qcow2\n`, alone],
  'in capitals': [`${sha256.toUpperCase()}  it.qcow2\n`, beside],
}

const refused: Readonly<Record<string, readonly [sums: string | undefined, url: string]>> = {
  'that can not be fetched': [undefined, beside],
  'that is empty': ['', beside],
  'of another image': [`${sha256}  other.qcow2\n`, beside],
  'of a name that only ends like it': [`${sha256}  not-it.qcow2\n`, beside],
  'that says the name twice, and not the same': [`${sha256}  it.qcow2\n${other}  it.qcow2\n`, beside],
  'of several builds, for one image': [`${sha256}  a.qcow2\n${other}  b.qcow2\n`, alone],
  'of MD5 alone': [`${'0'.repeat(32)}  it.qcow2\n`, beside],
  'that is a page': ['<!doctype html><title>404</title>\n', alone],
}

describe.each(shells)('in %s', (shell) => {
  it.each(Object.entries(forms))('takes an image that is in a file %s', (_, [sums, url]) => {
    expect(create(shell, sums, { checksum_url: url })).toMatchObject({ status: 0, err: '' })
    expect(images()).toEqual([expect.stringMatching(/^[0-9a-f]{8}-it\.qcow2$/)])
    expect(host.told('curl')).toContain(`--url ${url}\n`)
  })

  it.each(Object.entries(refused))('keeps nothing by a file %s', (_, [sums, url]) => {
    expect(create(shell, sums, { checksum_url: url })).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no SHA-256 or SHA-512 of it.qcow2'),
    })
    // Nothing of the image was fetched.
    expect(host.told('curl')).not.toContain(`--url ${image}\n`)
    expect(images()).toEqual([])
  })

  it('keeps no image that is another one', () => {
    expect(create(shell, `${other}  it.qcow2\n`, { checksum_url: beside })).toMatchObject({
      status: 1,
      err: expect.stringContaining(`and https://example.org/SHA256SUMS says ${other}. It is not kept.`),
    })
    expect(images()).toEqual([])
  })

  it('asks nobody where the design says the sum itself', () => {
    const source = { checksum: { value: sha256 }, checksum_url: beside }
    expect(create(shell, undefined, source)).toMatchObject({ status: 0 })
    expect(host.told('curl')).not.toContain(beside)
  })

  it('has an image that came unchecked fetched again, and one that was checked not', () => {
    expect(create(shell, undefined, {})).toMatchObject({ status: 0 })
    host.run(shell, 'destroy.sh', '--delete-disk')
    expect(create(shell, `${sha256}  it.qcow2\n`, { checksum_url: beside })).toMatchObject({ status: 0 })
    host.run(shell, 'destroy.sh', '--delete-disk')
    // The publisher has another one meanwhile.
    expect(create(shell, `${other}  it.qcow2\n`, { checksum_url: beside })).toMatchObject({ status: 0 })
    expect(images()).toHaveLength(2)
  })

  it('unpacks what is packed, once the packed file is the right one', () => {
    const packed = gzipSync(qcow2Head())
    writeFileSync(path.join(host.memory, 'image'), packed)
    const sum = createHash('sha256').update(packed).digest('hex')
    const source = { url: `${image}.gz`, checksum_url: beside }
    expect(create(shell, `${sum}  it.qcow2.gz\n`, source)).toMatchObject({ status: 0, err: '' })
    const [name = ''] = images()
    expect(images()).toHaveLength(1)
    expect(readFileSync(path.join(host.home, '.local/share/vmwright/.images', name))).toEqual(qcow2Head())
  })

  it('keeps nothing of what can not be unpacked', () => {
    const sum = sha256
    const source = { url: `${image}.gz`, checksum_url: beside }
    expect(create(shell, `${sum}  it.qcow2.gz\n`, source)).toMatchObject({
      status: 1,
      err: expect.stringContaining('can not be unpacked with gzip'),
    })
    expect(images()).toEqual([])
  })
})

test('the programs that it takes are asked for before anything is done', () => {
  host.unpack(designOf({ url: `${image}.gz`, checksum_url: beside }))
  for (const name of ['sha512sum', 'gzip', 'awk']) host.uninstall(name)
  const { status, err } = host.run(shells[0] ?? 'dash', 'create.sh', '--files')
  expect(status).toBe(1)
  for (const name of ['sha512sum', 'gzip', 'awk']) expect(err).toContain(`The program ${name} is missing.`)
})

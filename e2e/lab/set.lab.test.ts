/** A pasted table of twelve VMs: the zip that the built command makes of it is unpacked, and its create.sh makes all of them. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { emptyQcow2 } from '../qcow2.ts'
import { hostOfLab } from './dev.ts'
import { inLab, labIsMissing, labScript } from './lab.ts'

const built = path.join(import.meta.dirname, '../../dist/cli/vmwright.js')
const reason = existsSync(built) ? labIsMissing() : 'the command is not built'
const place = reason === undefined ? mkdtempSync('/var/tmp/vmwright-set-') : ''
afterAll(() => {
  if (place !== '') rmSync(place, { recursive: true, force: true })
})

/** As a spreadsheet copies it. */
const table = [
  'name\tmac\thost port\tmemory',
  ...Array.from({ length: 12 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    return `web-${number}\t52:54:00:12:34:${number}\t23${number}\t${index === 0 ? '192M' : ''}`
  }),
].join('\r\n')

const design = (image: string) => `vms:
  web:
    source: {kind: cloud_image, url: ${image}, base_user: debian}
    disk_size: 1G
    ram: 128M
    cpu: 1
    firmware: bios
    ssh: {port: 2300}
    libvirt: {type: qemu, cpu: {mode: maximum}}
`

test.skipIf(reason !== undefined)(
  'the create.sh of a set of twelve makes them all, and two are started',
  async () => {
    const image = path.join(place, 'image.qcow2')
    writeFileSync(image, emptyQcow2())
    writeFileSync(path.join(place, 'web.yml'), design(image))
    writeFileSync(path.join(place, 'web.tsv'), table)
    writeFileSync(path.join(place, 'host.json'), JSON.stringify(hostOfLab))
    const file = (name: string) => path.join(place, name)
    const words = ['--set', file('web.tsv'), '--host', file('host.json'), '--out', file('web.zip')]
    execFileSync('node', [built, 'bundle', file('web.yml'), ...words], { encoding: 'utf8' })
    execFileSync('unzip', ['-q', file('web.zip'), '-d', place])
    copyFileSync(labScript('set.sh'), file('set.sh'))
    for (const name of ['.', ...readdirSync(place, { recursive: true, encoding: 'utf8' })])
      chownSync(file(name), 1000, 1000)
    chmodSync(place, 0o755)
    const proof = ['sh', '-c', 'cd "$1" && shift && exec "$@"', 'sh', file('web'), 'sh', file('set.sh')]
    const { printed, status } = await inLab(place, 'dev', [...proof, 'web-01', 'web-07'])
    process.stdout.write(`${printed}\n`)
    expect(status, printed).toBe(0)
    expect(printed).toContain('All 12 VMs are made.')
    expect(printed).toContain('== done')
  },
  600_000,
)

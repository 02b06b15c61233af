/**
 * What virt-install 5.0 itself makes of our commands: the XML that it prints says the same machine. It asks no libvirt for
 * that, but reads what a host can from files of ../shared. A file that a command names has to be there, so each is one of
 * the folder's; a version of a machine that the files do not have is its family.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Design, readDomainXml, writeTarget } from '../../src/core/index.ts'
import { shared } from '../shared.ts'
import { targetDesigns } from '../target-designs.ts'
import { differences, isLacked, ownDomain } from '../virt-install-oracle.ts'
import { inLab, labIsMissing } from './lab.ts'

const facts = path.join(shared, 'fleet/data/virt-manager-caps')
const reason = existsSync(facts) ? labIsMissing() : '../shared/fleet is not there'
const folder = reason === undefined ? mkdtempSync('/var/tmp/vmwright-virt-install-') : ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

/** What libvirt or virt-install says where the design leaves it to them; it makes a path absolute, too. */
const leftToThem =
  /^\.os\.nvram\.value: "[^/]|^\.uuid: undefined|\.mac(?:\.address)?: undefined|^\.devices\.emulator: undefined/

interface Asked {
  readonly command: string
  /** Texts of the answer, and what stood there. */
  readonly back: readonly (readonly [string, string])[]
}

function asked(design: Design, number: number): Asked {
  const [file] = writeTarget('virt-install', design, undefined).files
  const text = file !== undefined && 'text' in file ? file.text : ''
  const domain = ownDomain(design)
  const host = domain?.os?.arch === 'aarch64' ? 'kvm-aarch64' : 'kvm-x86_64'
  const latest = host === 'kvm-x86_64' ? '-latest' : ''
  const uri = `__virtinst_test__test:///default,predictable,fakeuri=qemu:///system,caps=${folder}/${host}.xml,domcaps=${folder}/${host}-domcaps${latest}.xml`
  const back: (readonly [string, string])[] = [[`${folder}/home/`, '~/']]
  let command = text
    .replace(/^install .*$/gm, '')
    .replace(/--connect \S+/, `--connect '${uri}' --check all=off --dry-run --print-xml`)
  const machine = /--machine (pc-(q35|i440fx)-\S+)/.exec(command)
  if (machine !== null) {
    const family = machine[2] === 'q35' ? 'q35' : 'pc'
    command = command.replace(machine[0], `--machine ${family}`)
    back.push([`machine="${family}"`, `machine="${machine[1]}"`])
  }
  for (const [index, { source }] of (domain?.devices?.disks ?? []).entries()) {
    const said = source?.file ?? source?.dev
    if (said === undefined) continue
    const image = `${folder}/${number}-${index}.img`
    writeFileSync(image, '')
    for (const from of [`path=${said}`, `path="$HOME"${said.slice(1)}`, `path="${said}"`])
      command = command.replaceAll(from, `path=${image}`)
    command = command.replaceAll(`source.dev=${said}`, `source.dev=${image}`)
    back.push([`"${image}"`, `"${said.replaceAll('&', '&amp;')}"`])
  }
  return { command, back }
}

test('virt-install prints the XML of each design', async (context) => {
  context.skip(reason !== undefined, reason)
  for (const name of ['kvm-x86_64', 'kvm-x86_64-domcaps-latest', 'kvm-aarch64', 'kvm-aarch64-domcaps'])
    copyFileSync(path.join(facts, `${name}.xml`), path.join(folder, `${name}.xml`))
  const all = targetDesigns().map(({ name, design }, index) => ({ name, design, ...asked(design, index) }))
  const script = all.map(
    ({ command }, index) => `(\n${command}\n) >${folder}/${index}.xml 2>${folder}/${index}.err\n`,
  )
  writeFileSync(path.join(folder, 'all.sh'), `export HOME=${folder}/home\n${script.join('')}true\n`)
  const { status, printed } = await inLab(folder, 'root', ['sh', path.join(folder, 'all.sh')])
  expect(status, printed).toBe(0)
  for (const [index, { name, design, back }] of all.entries()) {
    let xml = readFileSync(path.join(folder, `${index}.xml`), 'utf8')
    for (const [from, to] of back) xml = xml.replaceAll(from, to)
    const left = differences(ownDomain(design), readDomainXml(xml).domains[0]?.domain).filter(
      (line) => !leftToThem.test(line) && !isLacked(line, design),
    )
    expect.soft(left, `${name} ${readFileSync(path.join(folder, `${index}.err`), 'utf8')}`).toEqual([])
  }
}, 600_000)

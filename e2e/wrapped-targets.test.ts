/** What wraps the domain XML: the XML in it is ours, and the programs that read it accept it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  type Design,
  forLibvirt,
  readDomainXml,
  renderXmlText,
  resolve,
  type TargetId,
  writeTarget,
} from '../src/core/index.ts'
import { designsOfRound, rounds } from './hostile-texts.ts'
import { needs, shared } from './shared.ts'
import { targetDesigns } from './target-designs.ts'

const wrapping = ['ansible', 'nixvirt', 'virsh', 'systemd'] as const

const home = '/home/a&b'

const named = targetDesigns()
const hostile = Array.from({ length: rounds }, (_, round) =>
  designsOfRound(round)
    .slice(0, 1)
    .map((design) => ({ name: `hostile ${round}`, design })),
).flat()
const all: readonly { readonly name: string; readonly design: Design }[] = [...named, ...hostile]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-wrapped-'))
  for (const [index, { design }] of all.entries()) {
    for (const id of wrapping) {
      const place = path.join(folder, id, String(index))
      mkdirSync(place, { recursive: true })
      for (const file of writeTarget(id, design, undefined).files)
        writeFileSync(path.join(place, file.name), 'text' in file ? file.text : file.bytes)
    }
  }
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function filesOf(id: TargetId, name: string): readonly string[] {
  return all.map((_, index) => path.join(folder, id, String(index), name)).filter((file) => existsSync(file))
}

function textOf(id: TargetId, design: Design, name: string): string {
  const file = writeTarget(id, design, undefined).files.find((one) => one.name === name)
  return file !== undefined && 'text' in file ? file.text : ''
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

function ownXml(design: Design): string {
  return renderXmlText(resolve(forLibvirt(design), undefined, 'libvirt').domain)
}

/** With the home that stands in it, as the one who defines it has it. */
function filledIn(xml: string): unknown {
  return readDomainXml(xml.replaceAll('/@HOME@/', '~/')).domains[0]?.domain
}

test('the corpus is there', (context) => {
  needs(context, existsSync(shared), '../shared is not there')
  expect(named.length).toBeGreaterThan(50)
})

describe.each(['ansible', 'nixvirt'] as const)('%s', (id) => {
  test.each(named)('has the domain of $name', ({ design }) => {
    const read = filledIn(textOf(id, design, 'domain.xml'))
    const own = readDomainXml(ownXml(design)).domains[0]?.domain
    expect(read).toEqual(id === 'nixvirt' ? { uuid: expect.any(String), ...own } : own)
  })
})

test('a UUID that NixVirt needs follows from the name', () => {
  const of = (name: string) =>
    /<uuid>(.*)<\/uuid>/.exec(textOf('nixvirt', { name, spec: {} }, 'domain.xml'))?.[1]
  expect(of('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(of('a')).toBe(of('a'))
  expect(of('a')).not.toBe(of('b'))
})

describe('virsh', () => {
  test('is given the XML by a shell, with the home of whoever pastes it', () => {
    const bin = path.join(folder, 'bin')
    mkdirSync(bin)
    for (const program of ['virsh', 'install'])
      writeFileSync(
        path.join(bin, program),
        program === 'virsh' ? '#!/bin/sh\n[ "$3" != define ] || cat\n' : '#!/bin/sh\n',
        {
          mode: 0o755,
        },
      )
    for (const { name, design } of all) {
      const { stdout, stderr, status } = spawnSync('sh', {
        input: textOf('virsh', design, 'define.sh'),
        encoding: 'utf8',
        env: { PATH: `${bin}:${process.env['PATH']}`, HOME: home },
      })
      expect({ status, stderr }, name).toEqual({ status: 0, stderr: '' })
      const read = readDomainXml(stdout.replaceAll('/home/a&amp;b/', '~/')).domains[0]?.domain
      expect(read, name).toEqual(readDomainXml(ownXml(design)).domains[0]?.domain)
    }
  }, 240_000)
})

describe('Ansible', () => {
  test('reads the name as it is, and the XML from beside', () => {
    for (const { name, design } of all) {
      const [play] = parse(textOf('ansible', design, 'playbook.yml'), {
        version: '1.1',
        logLevel: 'silent',
      }) as readonly { readonly vars: { readonly vm: unknown } }[]
      expect(play?.vars.vm, name).toBe(design.name.toWellFormed())
    }
  })

  test('what looks like a template is none', () => {
    const text = textOf('ansible', { name: "{{ lookup('pipe', 'id') }}", spec: {} }, 'playbook.yml')
    expect(text).toContain(`vm: !unsafe "{{ lookup('pipe', 'id') }}"`)
  })

  test('accepts each playbook', (context) => {
    needs(context, isThere('ansible-playbook'), 'ansible-playbook is not installed')
    const { status, stdout, stderr } = spawnSync(
      'ansible-playbook',
      ['-i', 'localhost,', '--syntax-check', ...filesOf('ansible', 'playbook.yml')],
      { encoding: 'utf8' },
    )
    // Without the collection it knows no virt, which is no matter of syntax.
    context.skip(/couldn't resolve module/.test(stderr), 'the collection community.libvirt is not installed')
    expect(status, `${stdout}${stderr}`).toBe(0)
  }, 120_000)
})

describe('NixVirt', () => {
  test('says first that its list deletes others', () => {
    const text = textOf('nixvirt', { name: 'vm', spec: {} }, 'vm.nix')
    expect(text.split('\n').slice(0, 2).join('\n')).toContain('NixVirt UNDEFINES each domain')
    const { findings } = writeTarget('nixvirt', { name: 'vm', spec: {} }, undefined)
    expect(findings.map(({ code }) => code)).toContain('nixvirt.deletes-others')
  })

  test('names what NixOS has not', () => {
    const spec = { libvirt: { devices: { emulator: '/usr/bin/qemu-system-x86_64' } } } as const
    const { findings } = writeTarget('nixvirt', { name: 'vm', spec }, undefined)
    expect(findings.filter(({ code }) => code === 'nixvirt.foreign-path')).toMatchObject([
      { path: ['libvirt', 'devices', 'emulator'] },
    ])
  })

  test('is a module that Nix reads', (context) => {
    needs(context, isThere('nix-instantiate'), 'nix-instantiate is not installed')
    const files = [...filesOf('nixvirt', 'vm.nix'), ...filesOf('nixvirt', 'flake.nix')]
    const { status, stderr } = spawnSync('nix-instantiate', ['--parse', ...files], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  }, 120_000)
})

describe('systemd', () => {
  test('runs the script of the design', () => {
    const text = textOf('systemd', { name: '%h $x', spec: {} }, 'install.sh')
    expect(text).toContain('systemctl --user start vmwright-qemu-h-x.service')
    const unit = textOf('systemd', { name: '%h $x', spec: {} }, 'vmwright-qemu-h-x.service')
    expect(unit).toContain('ExecStart=/bin/sh "%h/.local/share/vmwright/%%h $$x/qemu.sh"')
  })

  test('is a script that shells read', () => {
    for (const file of filesOf('systemd', 'install.sh')) {
      const { status, stderr } = spawnSync('bash', ['-n', file], { encoding: 'utf8' })
      expect(status, stderr).toBe(0)
    }
  })

  test('is a unit that systemd reads', (context) => {
    needs(context, isThere('systemd-analyze'), 'systemd is not installed')
    const units = named.flatMap(({ design }) =>
      writeTarget('systemd', design, undefined).files.filter(({ name }) => name.endsWith('.service')),
    )
    const place = path.join(folder, 'units')
    mkdirSync(place)
    for (const unit of units) if ('text' in unit) writeFileSync(path.join(place, unit.name), unit.text)
    const { stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...new Set(units.map(({ name }) => `./${name}`))],
      { cwd: place, encoding: 'utf8' },
    )
    expect(stderr.split('\n').filter((line) => line.includes('vmwright-qemu'))).toEqual([])
  }, 120_000)
})

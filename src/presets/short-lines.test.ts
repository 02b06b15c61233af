/** What a person would write for each preset, and that it is the same machine when it is read back. */
import { describe, expect, test } from 'vitest'
import {
  complete,
  type Domain,
  forLibvirt,
  type HostFacts,
  liftForQemu,
  type QemuCommand,
  readArgv,
  renderArgv,
  renderCommand,
  renderShortLine,
  resolve,
} from '../core/index.ts'
import { designOf } from './design-of.ts'
import { presets } from './presets.ts'

const host: HostFacts = {
  arch: 'x86_64',
  distro: 'debian',
  qemu: '10.0.0',
  connection: 'system',
  ssh_public_key: 'ssh-ed25519 AAAAexample ada@example',
  paths: { state_dir: '/var/vms/{name}' },
}

/** Where something is and what it is called, and what has the same value when nobody says it. */
const unsaid = new Set(['address', 'alias', 'boot', 'dev', 'heads', 'vram', 'audio', 'migratable'])

/** The devices of a command that was read, as libvirt completes them. */
function machineOf(text: string): object {
  const [read] = readArgv(text).commands
  if (read === undefined) throw new Error('the text has no QEMU')
  const design = forLibvirt(liftForQemu(read.domain, undefined))
  const { domain } = complete(resolve(design, host, 'libvirt'))
  const { devices, cpu, vcpu, memory_backing, features, clock, iothreads } = domain
  return {
    ...withoutUnsaid({ cpu, vcpu, memory_backing, features, clock, iothreads, rng: undefined }),
    ...withoutUnsaid({ ...devices, controllers: undefined, rng: undefined, audio: undefined }),
    controllers: controllersOf(domain),
    // /dev/urandom is what QEMU asks without a word.
    rng: devices?.rng?.map(({ model }) => model),
  }
}

/** Bridges are as many as there are places to be made. */
function controllersOf({ devices }: Domain): string[] {
  return (devices?.controllers ?? [])
    .filter(({ type }) => type !== 'pci')
    .map(({ type, model }) => `${type} ${model}`)
    .toSorted()
}

function withoutUnsaid(held: object): object {
  return JSON.parse(JSON.stringify(held, (key, value: unknown) => (unsaid.has(key) ? undefined : value)))
}

describe.each(presets.map((preset) => ({ name: preset.id, preset })))('$name', ({ name, preset }) => {
  const resolved = resolve(designOf(preset), host, 'qemu')
  const textOf = (command: QemuCommand) => renderCommand(command, resolved).text
  const short = renderShortLine(resolved)

  test('is short', async () => {
    await expect(textOf(short)).toMatchFileSnapshot(`expected/short-lines/${name}.sh`)
    const long = renderArgv(resolved)
    expect(short.arguments.length).toBeLessThan(long.arguments.length * 0.7)
    expect(short.findings).toEqual(long.findings)
  })

  test('names the place of each line', () => {
    const { text, lines } = renderCommand(short, resolved)
    expect(lines.length).toBe(text.split('\n').length - 1)
    const places = renderArgv(resolved).arguments.map(({ path }) => path.join('.'))
    expect(
      short.arguments.map(({ path }) => path.join('.')).filter((path) => !places.includes(path)),
    ).toEqual([])
  })

  test('reads back as the same machine', () => {
    expect(machineOf(textOf(short))).toEqual(machineOf(textOf(renderArgv(resolved))))
  })
})

/** From what the author wants to what the machine is: every default and pairing, each with its note. */
import type { Domain } from '../domain/index.ts'
import { defaultHost, type HostFacts, hostPaths } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { guestWords, systemOf, withWords } from '../systems/index.ts'
import { reportUnmade } from './add-made-device.ts'
import { type Connection, chooseSystem } from './connection.ts'
import { resolveConsole } from './console.ts'
import { resolveDevices } from './devices.ts'
import { resolveDisks } from './disks.ts'
import type { Draft } from './draft.ts'
import { resolveFirmware } from './firmware.ts'
import { archOf, noteGuestWords, resolveGuest } from './guest.ts'
import { installationOf } from './installation.ts'
import { leaveOut } from './leave-out.ts'
import { resolveMachine } from './machine.ts'
import { resolveCpu, resolveMemory } from './memory-and-cpu.ts'
import { resolveNetwork } from './network.ts'
import type { Resolved, Target } from './resolved.ts'
import { resolveShares } from './shares.ts'
import { resolveSmbios } from './smbios.ts'
import { resolveSnippets } from './snippets.ts'

/**
 * Says everything that the design leaves unsaid.
 *
 * @param host the host it will run on; without it x86_64, generic paths, and the connection that the design needs
 * @param target who runs it: libvirt finds firmware by itself, QEMU has to be told
 * @returns among it `host.connection`, which is always said
 */
export function resolve(design: Design, host: HostFacts | undefined, target: Target = 'libvirt'): Resolved {
  if (host?.connection !== undefined) return resolveFor(design, host, target, { to: host.connection })
  const inSession = resolveFor(design, host, target, { to: 'session' })
  const system = chooseSystem(inSession)
  // Paths follow the connection, so that everything is said anew.
  return system === undefined ? inSession : resolveFor(design, host, target, system)
}

function resolveFor(
  design: Design,
  host: HostFacts | undefined,
  target: Target,
  { to: connection, note }: Connection,
): Resolved {
  const facts: HostFacts = { ...(host ?? defaultHost), connection }
  const paths = hostPaths({ ...host, connection }, design.name)
  const words = guestWords(design.spec)
  const spec = withWords(design.spec, words)
  const system = systemOf(spec)
  const begun = {
    design: spec === design.spec ? design : { ...design, spec },
    spec,
    system,
    libvirt: spec.libvirt ?? {},
    host: facts,
    paths,
    target,
    arch: archOf(spec, system, facts),
    domain: {},
    devices: {},
    notes: note === undefined ? [] : [note],
    origins: [],
    findings: [],
    directories: new Set([paths.stateDir]),
    made: new Map(),
    newDisks: [],
  } satisfies Omit<Draft, 'installation'>
  const draft: Draft = { ...begun, installation: installationOf(begun) }
  for (const step of steps) step(draft)
  noteGuestWords(draft, words)
  reportUnmade(draft)
  const domain: Domain = leaveOut({ ...draft.domain, devices: draft.devices }, draft)
  return {
    design,
    host: facts,
    paths,
    target,
    domain,
    notes: draft.notes,
    guestWords: words,
    origins: draft.origins,
    findings: draft.findings,
    directories: [...draft.directories],
    newDisks: draft.newDisks,
    installation: draft.installation,
  }
}

/** The order is that of the domain; firmware looks at the machine, snippets at all that is there before them. */
const steps: readonly ((draft: Draft) => void)[] = [
  resolveMachine,
  resolveMemory,
  resolveCpu,
  resolveFirmware,
  resolveSmbios,
  resolveDisks,
  resolveShares,
  resolveNetwork,
  resolveConsole,
  resolveDevices,
  resolveGuest,
  resolveSnippets,
]

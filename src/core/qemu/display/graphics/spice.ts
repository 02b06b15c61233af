/** `-spice`. QEMU manual, Invocation, Display options. */

import type { Ports } from '../../../complete/index.ts'
import type { Path } from '../../../finding.ts'
import { isPortAutomatic } from '../../../guide/index.ts'
import { type Build, leftOut, report, socketPath } from '../../build/index.ts'
import type { OptionValue } from '../../words/options.ts'
import { emitPairs, propertyPairs } from '../../writing/index.ts'
import type { Graphics } from './graphics-decisions.ts'
import { type Listen, listenOf, reportChosenPort, reportNoListener } from './listen.ts'
import { passwordSecret } from './password.ts'
import { spiceProperties } from './spice-properties.ts'

/** Where libvirt's own configuration has the certificates. */
export const certificates = '/etc/pki/libvirt-spice'

export function renderSpice(
  build: Build,
  one: Graphics,
  ports: Ports | undefined,
  index: number,
  path: Path,
): void {
  const listen = listenOf(build, one, 'spice.sock', path)
  const secret = passwordSecret(build, one, index, path)
  const where = placeOf(build, one, listen, ports, path)
  const hasTls = where['tls-port'] !== undefined
  if (hasTls)
    report(
      build,
      'qemu.host-setup',
      [...path, 'tls_port'],
      `Certificates have to be in ${certificates}: ca-cert.pem, server-cert.pem, server-key.pem.`,
    )
  const hasGl = one.gl?.enable === 'yes'
  const keys = propertyPairs(build, spiceProperties, one, path, {
    'disable-ticketing': secret === undefined ? true : undefined,
    'password-secret': secret,
    'x509-dir': hasTls ? certificates : undefined,
    'tls-channel': channels(build, one, 'secure', hasTls, path),
    'plaintext-channel': channels(build, one, 'insecure', true, path),
    gl: hasGl ? true : undefined,
    rendernode: hasGl ? one.gl?.rendernode : undefined,
    // Whether the other side can do it is found out when the VM moves.
    'seamless-migration': true,
  })
  emitPairs(build, '-spice', path, '', where, keys)
}

function placeOf(
  build: Build,
  one: Graphics,
  listen: Listen,
  ports: Ports | undefined,
  path: Path,
): Record<string, OptionValue> {
  if (listen.kind === 'socket') return { unix: true, addr: listen.socket }
  // QEMU wants a port of SPICE; 0 is none.
  if (listen.kind === 'none') {
    reportNoListener(build, [...path, 'listen', 0], 'SPICE')
    return { port: 0 }
  }
  const { port, tlsPort } = ports ?? {}
  if (port === undefined && tlsPort === undefined) return withoutPort(build, one, path)
  if (port !== undefined && (isPortAutomatic(one) || one.port === -1))
    reportChosenPort(build, one, port, path)
  if (tlsPort !== undefined && (isPortAutomatic(one) || one.tls_port === -1))
    report(
      build,
      'qemu.differs',
      [...path, 'tls_port'],
      `The TLS port is ${tlsPort}: libvirt would pick a free one. Say another when it is taken.`,
    )
  return { port, 'tls-port': tlsPort, addr: listen.address }
}

/** No port is no listener to libvirt, which hands its viewers a connection; here a socket takes its place. */
function withoutPort(build: Build, one: Graphics, path: Path): Record<string, OptionValue> {
  if (one.autoport === 'no') {
    reportNoListener(build, [...path, 'autoport'], 'SPICE')
    return { port: 0 }
  }
  const socket = socketPath(build, 'spice.sock', path)
  report(
    build,
    'qemu.differs',
    path,
    `SPICE listens on the socket ${socket}, for viewers on this host (spice+unix://). Under libvirt it has no port and a viewer gets in through libvirt: say autoport: yes for a port.`,
  )
  return { unix: true, addr: socket }
}

/** SPICE channels of a mode; `default` stands for those that say nothing. */
function channels(
  build: Build,
  one: Graphics,
  mode: 'secure' | 'insecure',
  isPossible: boolean,
  path: Path,
): string[] {
  const names: string[] = []
  if (one.default_mode === mode) names.push('default')
  for (const channel of one.channels ?? [])
    if (channel.mode === mode && channel.name !== undefined) names.push(channel.name)
  if (isPossible || names.length === 0) return names
  leftOut(
    build,
    [...path, one.default_mode === mode ? 'default_mode' : 'channels'],
    `No TLS port, no encryption of ${names.join(', ')}: neither QEMU nor libvirt would start so. It is left out; say tls_port.`,
  )
  return []
}

/** At which port a display is seen. `qemu_process.c` of libvirt: qemuProcessGraphicsAllocatePorts. */

/** What of a display decides about its port. */
export interface DisplayPorts {
  readonly type?: string | undefined
  readonly port?: number | undefined
  readonly tls_port?: number | undefined
  readonly autoport?: string | undefined
}

/** True when libvirt picks the port of a display itself: SPICE has to say so, VNC has to say otherwise. */
export function isPortAutomatic({ type, port, tls_port: tls, autoport }: DisplayPorts): boolean {
  if (autoport === 'yes') return true
  if (type === 'vnc') return port === undefined || port <= 0
  return port === -1 && tls === -1
}

/** The port in words, as libvirt runs it; without one a viewer still gets in through libvirt itself. */
export function displayPortWords(display: DisplayPorts): string {
  const { port = 0, tls_port: tls = 0 } = display
  if (isPortAutomatic(display) || port === -1 || (port <= 0 && tls === -1)) return 'port chosen by libvirt'
  if (port > 0) return `port ${port}`
  return tls > 0 ? `TLS port ${tls}` : 'no port'
}

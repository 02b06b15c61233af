/** Encrypted chardevs. libvirt: qemu.conf, chardev_tls_x509_cert_dir; QEMU manual, TLS setup. */
import type { Path } from '../../finding.ts'
import { type Build, report } from '../build/index.ts'
import { object } from '../writing/index.ts'

/** Where libvirt looks for the certificates of chardevs unless qemu.conf says otherwise. */
export const chardevCertificates = '/etc/pki/libvirt-chardev'

/**
 * Writes the credentials of a chardev, as libvirt names them.
 *
 * @returns the id that `tls-creds` refers to
 */
export function tlsObject(build: Build, chardevId: string, isServer: boolean, path: Path): string {
  const id = `obj${chardevId}_tls0`
  object(build, 'tls-creds-x509', path, {
    id,
    dir: chardevCertificates,
    endpoint: isServer ? 'server' : 'client',
    'verify-peer': true,
  })
  report(
    build,
    'qemu.host-setup',
    path,
    `TLS takes ca-cert.pem, ${isServer ? 'server' : 'client'}-cert.pem and its key in ${chardevCertificates}, readable for whoever runs QEMU.`,
  )
  return id
}

/** Programs and firmware by a path that NixOS has not. */
import type { Finding, Path } from '../../finding.ts'
import type { Resolved } from '../../resolve/index.ts'

/** Where other distributions have them; NixOS has /nix/store, /run/current-system and /run/libvirt/nix-ovmf. */
const elsewhere = /^\/(?:usr|bin|sbin|lib|opt)\//

/** @param placeOf from a place of the Domain to that of the design */
export function foreignPaths({ domain }: Resolved, placeOf: (path: Path) => Path): Finding[] {
  const { os, devices } = domain
  const paths: readonly (readonly [Path, string | undefined, string])[] = [
    [['devices', 'emulator'], devices?.emulator, 'Leave it out: libvirt takes its own.'],
    [['os', 'loader'], os?.loader?.value, 'Say os.firmware: efi in place of a file.'],
    [['os', 'nvram', 'template'], os?.nvram?.template, 'Say os.firmware: efi in place of a file.'],
    ...(devices?.filesystems ?? []).map(
      ({ binary }, index) =>
        [
          ['devices', 'filesystems', index, 'binary', 'path'],
          binary?.path,
          'It is /run/current-system/sw/bin/virtiofsd there.',
        ] as const,
    ),
  ]
  return paths.flatMap(([path, file, instead]): Finding[] => {
    if (file === undefined || !elsewhere.test(file)) return []
    const message = `NixOS has no ${file}. ${instead}`
    return [
      { code: 'nixvirt.foreign-path', severity: 'warning', path: placeOf(path), message, target: 'nixvirt' },
    ]
  })
}

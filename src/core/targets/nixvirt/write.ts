/** From a design to a module. NixVirt 0.6: README.md and modules.nix. */
import { homeToken } from '../../bundle/index.ts'
import type { Finding, Path } from '../../finding.ts'
import { nixString, shellComment } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import type { Lack } from '../lacks.ts'
import type { TargetJob, TargetText, Written } from '../target.ts'
import type { FileBeside } from '../wrapped/files-beside.ts'
import { domainFile, type WrappedDomain, wrappedDomain } from '../wrapped/wrapped-domain.ts'
import { foreignPaths } from './foreign-paths.ts'
import { withUuid } from './uuid.ts'

export function writeNixvirt({ design, host }: TargetJob): Written {
  const wrapped = wrappedDomain(design, host, withUuid)
  const { resolved, files } = wrapped
  const module = moduleOf(wrapped)
  return {
    files: [module.file, flake(wrapped), domainFile(wrapped), ...files.map(({ file }) => file)],
    lacks: [...wrapped.lacks, ...module.lacks],
    findings: [deletesOthers(wrapped), ...foreignPaths(resolved, designPlace(resolved)), ...wrapped.findings],
  }
}

function deletesOthers({ uri }: WrappedDomain): Finding {
  return {
    code: 'nixvirt.deletes-others',
    severity: 'warning',
    path: [],
    message: `NixVirt undefines each domain of ${uri} that is not in its list: put all VMs that are to stay into it.`,
    target: 'nixvirt',
  }
}

interface Line {
  readonly text: string
  readonly path: Path
}

function moduleOf(wrapped: WrappedDomain): { readonly file: TargetText; readonly lacks: readonly Lack[] } {
  const { resolved, uri, hasHome } = wrapped
  const { spec, name } = resolved.design
  const ofSystem = uri === 'qemu:///system'
  const { filesystems = [], tpm: tpms = [] } = resolved.domain.devices ?? {}
  const lacks: Lack[] = []
  const lines: Line[] = []
  const add = (text: string, path: Path = []) => lines.push({ text, path })
  add(`# The VM ${shellComment(name.toWellFormed())}.`)
  add(`# NixVirt UNDEFINES each domain of ${uri} that is not in this list; disks and NVRAM stay.`)
  add('{ config, pkgs, ... }:')
  add('{')
  add('  virtualisation.libvirt = {')
  add('    enable = true;')
  const tpm = tpms.findIndex(({ backend }) => backend?.type === 'emulator')
  if (tpm >= 0) add('    swtpm.enable = true;', designPlace(resolved)(['devices', 'tpm', tpm]))
  add(`    connections."${uri}".domains = [`)
  add('      {')
  if (!hasHome) add('        definition = ./domain.xml;')
  else if (ofSystem) {
    add('        definition = ./domain.xml;')
    lacks.push({
      path: ['libvirt'],
      message: `A system has no home: a path of the XML begins with ${homeToken}.`,
      byHand: 'Say the whole path in the design.',
      inPart: true,
    })
  } else
    add(
      `        definition = pkgs.writeText "domain.xml" (builtins.replaceStrings [ "${homeToken}/" ] [ "\${config.home.homeDirectory}/" ] (builtins.readFile ./domain.xml));`,
    )
  const starts = spec.autostart === true
  add(
    starts
      ? '        active = true;'
      : '        active = null; # as it is: virsh start starts it, autostart in the design does with the host',
    ['autostart'],
  )
  add('        restart = null; # a change of the XML waits for the next start')
  add('      }')
  add('    ];')
  add('  };')
  const share = filesystems.findIndex(({ driver }) => driver?.type === 'virtiofs')
  if (ofSystem && share >= 0)
    add(
      '  virtualisation.libvirtd.qemu.vhostUserPackages = [ pkgs.virtiofsd ];',
      designPlace(resolved)(['devices', 'filesystems', share]),
    )
  for (const one of wrapped.files) {
    const line = ofSystem ? ofTmpfiles(one) : ofHome(one)
    if (line !== undefined) add(`  ${line}`, one.path)
    else
      lacks.push({
        path: one.path,
        message: `${one.file.name} is not copied to ${one.place}.`,
        byHand: 'Copy it by hand.',
        inPart: true,
      })
  }
  add('}')
  const text = lines.map((line) => `${line.text}\n`).join('')
  const paths = lines.map(({ path }) => path)
  return { file: { name: 'vm.nix', about: 'the module', language: 'nix', text, lines: paths }, lacks }
}

/** What stands in a line of tmpfiles.d as it is: NixOS writes it there between quotes that it does not escape. */
const plainPath = /^\/[\w@+:,./ -]+$/

function ofTmpfiles({ file, place }: FileBeside): string | undefined {
  const path = plainPath.test(place) ? nixString(place) : undefined
  if (path === undefined) return undefined
  return `systemd.tmpfiles.settings.vmwright.${path}."C+" = { argument = "\${./${file.name}}"; mode = "0644"; };`
}

function ofHome({ file, place }: FileBeside): string | undefined {
  const path = place.startsWith('~/') ? nixString(place.slice(2)) : undefined
  return path === undefined ? undefined : `home.file.${path}.source = ./${file.name};`
}

function flake({ uri }: WrappedDomain): TargetText {
  const kind = uri === 'qemu:///system' ? 'nixosModules' : 'homeModules'
  const text = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.11";
  inputs.nixvirt = {
    url = "https://flakehub.com/f/AshleyYakeley/NixVirt/*.tar.gz";
    inputs.nixpkgs.follows = "nixpkgs";
  };
  outputs = { nixvirt, ... }: {
    ${kind}.default.imports = [ nixvirt.${kind}.default ./vm.nix ];
  };
}
`
  return { name: 'flake.nix', about: 'the origin of NixVirt', language: 'nix', text }
}

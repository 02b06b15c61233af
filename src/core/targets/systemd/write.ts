/** From a design to a unit and the script of QEMU that it runs. systemd.service(5), systemd.kill(5). */
import { pathWord, plainNameOf } from '../../bundle/index.ts'
import { renderShell } from '../../exports/index.ts'
import type { Path } from '../../finding.ts'
import { resolve } from '../../resolve/index.ts'
import { canBeAShellWord, shellWord, unitValue, unitWord } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import type { Lack } from '../lacks.ts'
import type { TargetJob, Written } from '../target.ts'
import { filesBeside } from '../wrapped/files-beside.ts'
import { lacksBeside } from '../wrapped/lacks-beside.ts'
import { commandWithLacks } from './lacks-of-command.ts'

export function writeSystemd({ design, host }: TargetJob): Written {
  const resolved = resolve(design, host, 'qemu')
  const placeOf = designPlace(resolved)
  const { command, ...said } = commandWithLacks(resolved, placeOf)
  const script = renderShell(command, resolved)
  const beside = filesBeside(resolved, host)
  const unitName = `vmwright-qemu-${plainNameOf(design.name)}.service`
  const scriptFile = `${resolved.paths.stateDir}/qemu.sh`
  const ofSystem = resolved.host.connection === 'system'
  const unit = unitText(design.name, scriptFile, ofSystem, design.spec.autostart === true)
  const lacks: Lack[] = [...lacksBeside(resolved, placeOf, 'QEMU'), ...said.lacks]
  if (unit === undefined)
    lacks.push({
      path: [],
      message: 'A unit can not say where the script is.',
      byHand: 'Give the VM another name.',
    })
  const steps = [
    `install -D -m 700 qemu.sh ${pathWord(scriptFile)}`,
    ...beside.files.map(({ file, place }) => `install -D -m 600 ${file.name} ${pathWord(place)}`),
    ofSystem
      ? `install -D -m 644 ${unitName} /etc/systemd/system/${unitName}`
      : `install -D -m 644 ${unitName} "\${XDG_CONFIG_HOME:-$HOME/.config}"/systemd/user/${unitName}`,
  ]
  const systemctl = `systemctl${ofSystem ? '' : ' --user'}`
  const begins = design.spec.autostart === true ? 'enable --now' : 'start'
  const install = `#!/bin/sh
# Puts the script and its unit where they belong, and starts the VM.
set -eu
${steps.join('\n')}
${systemctl} daemon-reload
${systemctl} ${begins} ${shellWord(unitName)}
`
  return {
    files: [
      ...(unit === undefined
        ? []
        : [
            {
              name: unitName,
              about: 'the unit',
              language: 'ini' as const,
              text: unit,
            },
            {
              name: 'install.sh',
              about: 'what installs the unit',
              language: 'shell' as const,
              text: install,
              executable: true as const,
            },
          ]),
      {
        name: 'qemu.sh',
        about: 'the script that it runs',
        language: 'shell',
        text: script.text,
        lines: script.lines.map((path: Path) => placeOf(path)),
        executable: true,
      },
      ...beside.files.map(({ file }) => file),
    ],
    lacks,
    findings: [...resolved.findings, ...said.findings, ...beside.findings],
  }
}

/** Undefined for a path that no unit can say. */
function unitText(name: string, script: string, ofSystem: boolean, starts: boolean): string | undefined {
  const word = scriptWord(script)
  if (word === undefined || !canBeAShellWord(script)) return undefined
  return `[Unit]
Description=VM ${unitValue(name) ?? plainNameOf(name)}
${ofSystem ? 'Wants=network-online.target\nAfter=network-online.target\n' : ''}
[Service]
Type=exec
ExecStart=/bin/sh ${word}
# The script ends QEMU, and what it started; a guest that is to shut down by itself is told so before.
KillMode=mixed
SuccessExitStatus=143
TimeoutStopSec=30
${starts ? `\n[Install]\nWantedBy=${ofSystem ? 'multi-user' : 'default'}.target\n` : ''}`
}

/** `%h` is the home of whose unit it is. */
function scriptWord(script: string): string | undefined {
  if (!script.startsWith('~/')) return unitWord(script)
  const word = unitWord(script.slice(1))
  return word === undefined ? undefined : `"%h${word.slice(1)}`
}

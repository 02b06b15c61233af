/** What is about the bundle alone: what its scripts leave to the person. */
import type { Finding } from '../finding.ts'
import { type Resolved, specPathOf } from '../resolve/index.ts'
import { renderAnswers } from '../unattended/index.ts'
import { recipeFindings } from './bootstrap-recipe.ts'
import { neededFiles } from './needed-files.ts'

/** @param resolved resolved for libvirt, which is what create.sh defines */
export function bundleFindings(resolved: Resolved): Finding[] {
  const { design, origins } = resolved
  return [
    ...recipeFindings(design),
    ...(renderAnswers(resolved)?.findings ?? []),
    ...neededFiles(resolved).map(
      ({ file, what, how, path }): Finding => ({
        code: 'bundle.file-needed',
        severity: 'advice',
        path: specPathOf(path, origins),
        message: `create.sh stops unless ${file} is there: ${what.charAt(0).toLowerCase()}${what.slice(1).trim()}. ${how}`,
        target: 'bundle',
      }),
    ),
  ]
}

import { useRendered } from '../../render/index.ts'

/** How many vCPUs the guest has, with what is filled in. */
export function useVcpuCount(): number {
  return useRendered(({ resolved }) => resolved.domain.vcpu?.value ?? 1)
}

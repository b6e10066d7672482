import { createApp, type App } from '../../main/core/app.ts';
import type { Desktop, Ports } from '../../main/core/ports.ts';
import { testPorts } from '../support/core.ts';
import type { HostUnderTest } from './host-under-test.ts';

/** `dispatch` itself: what the other hosts are compared with. */
export const inProcessHost: HostUnderTest = {
  name: 'in-process',
  async open(library) {
    const { app } = await openConformanceApp(library);
    return { call: app.dispatch, close: app.close };
  },
};

/** The app behind every host of the suite: same ids, same times, and no desktop unless given. */
export async function openConformanceApp(
  library: string,
  desktop?: Desktop,
): Promise<{ app: App; ports: Ports }> {
  const ports: Ports = testPorts(library);
  if (desktop !== undefined) ports.desktop = desktop;
  return { app: await createApp(ports, { checkOutput: true }), ports };
}

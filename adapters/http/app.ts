import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Log } from '../log.ts';

export type HttpApp = Hono<{ Bindings: HttpBindings }>;

/** Adds paths to the server; each is literal, such as /slack/events. */
export type Mount = (app: HttpApp) => void;

/** What is mounted, and plain text for all else: 404, 405 with the methods that there are, 500 for a bug. */
export function createHttpApp(mounts: readonly Mount[], log: Log): HttpApp {
  const app: HttpApp = new Hono();
  for (const mount of mounts) mount(app);
  app.notFound(({ req, text }) => {
    const methods = methodsOf(app, req.path);
    if (methods.length === 0) return text('There is nothing here.\n', 404);
    const allowed = methods.join(', ');
    return text(`Only ${allowed} ${methods.length > 1 ? 'are' : 'is'} answered here.\n`, 405, {
      Allow: allowed,
    });
  });
  app.onError((error, { req, text }) => {
    log.error({ path: req.path, reason: error.message }, 'HTTP: a request could not be handled');
    return text('Something went wrong here; the log says what.\n', 500);
  });
  return app;
}

/** Hono answers HEAD wherever it answers GET. */
function methodsOf({ routes }: HttpApp, path: string): string[] {
  const own = routes.filter(route => route.path === path).map(({ method }) => method);
  return own.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

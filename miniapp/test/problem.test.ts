import { expect, test } from 'vitest';
import { isProblem, isUncertain, problemFromAnswer, problemFromFailure } from '@/lib/problem';

test('a problem of the API keeps its code, its words and its number', () => {
  const body = {
    code: 'above-available',
    detail: '超过可提现金额',
    requestId: 'R1',
    errors: [{ pointer: '/amount', code: 'x', detail: 'y' }],
  };
  const problem = problemFromAnswer(422, body);
  expect(problem).toMatchObject({
    kind: 'refused',
    code: 'above-available',
    detail: '超过可提现金额',
    requestId: 'R1',
  });
  expect(problem.errors).toHaveLength(1);
});

test('an answer that something on the way made up is a problem too', () => {
  expect(problemFromAnswer(502, '<html>Bad gateway</html>')).toMatchObject({
    kind: 'server',
    code: 'http-502',
    detail: '',
  });
  expect(problemFromAnswer(429, null).kind).toBe('busy');
  expect(problemFromAnswer(404, {}).kind).toBe('missing');
  expect(problemFromAnswer(401, {}).kind).toBe('signed-out');
});

test('WeChat’s words for no answer are told apart', () => {
  expect(problemFromFailure({ errMsg: 'request:fail timeout' }).kind).toBe('timeout');
  expect(problemFromFailure({ errMsg: 'request:fail interrupted' }).kind).toBe('offline');
  expect(problemFromFailure(new TypeError('Failed to fetch')).kind).toBe('offline');
  expect(problemFromFailure(new Error('x is not a function')).kind).toBe('server');
});

test('a problem stays itself, and only an unknown end is asked again with the same key', () => {
  const refused = problemFromAnswer(409, { code: 'out-of-stock' });
  expect(problemFromFailure(refused)).toBe(refused);
  expect(isProblem(refused)).toBe(true);
  expect(isUncertain(refused)).toBe(false);
  expect(isUncertain(problemFromFailure({ errMsg: 'request:fail timeout' }))).toBe(true);
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { ProblemError } from './http/client';
import { router } from './routes';
import { themeFor } from './shell/theme';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // what the server refused will be refused again; what it did not answer may be answered
      retry: (tries, error) => !(error instanceof ProblemError && error.problem.status < 500) && tries < 2,
      refetchOnWindowFocus: false,
    },
  },
});

export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={themeFor(false)} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        {/* the address changes at once: the next key acts on what the one before it led to */}
        <RouterProvider router={router} useTransitions={false} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

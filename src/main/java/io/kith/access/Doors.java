package io.kith.access;

import io.kith.access.Rule.Sight;
import io.kith.edge.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands before every {@link Door}: lets through who may, before the body is read, and logs it either way. */
@Component
class Doors implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OK = "OK";

    private final Rules rules;
    private final CurrentAccount current;
    private final OperationLog log;

    Doors(Rules rules, CurrentAccount current, OperationLog log) {
        this.rules = rules;
        this.current = current;
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var door = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Door.class) : null;
        if (door != null) {
            pass(door.value(), request.getRemoteAddr());
        }
        return true;
    }

    private void pass(String what, String address) {
        try {
            admit(what);
            note(what, address, OK, null);
        } catch (Refusal refused) {
            note(what, address, refused.code(), "refused: " + what);
            throw refused;
        }
    }

    private void admit(String what) {
        var level = current.required().level();
        var dot = what.indexOf('.');
        var rule = rules.of(what.substring(0, dot), what.substring(dot + 1));
        if (rule.of(level) != Sight.YES) {
            throw new Forbidden("%s is not for %s.".formatted(what, level));
        }
        if (rule.key() && !current.typedPasswordLately()) {
            throw new PasswordNeeded(what);
        }
    }

    private void note(String what, String address, String outcome, @Nullable String reason) {
        var who = current.account().map(Account::name).orElse("");
        log.append(new Operation(who, List.of(what), List.of(), address, outcome, reason));
    }
}
